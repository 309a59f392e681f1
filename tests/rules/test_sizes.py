"""Small files and short functions (the house's measures)."""

from statistics import median, quantiles

from tests.rules import sources

LONGEST_FILE, LONGEST_FUNCTION = 250, 50
USUAL_FILE, USUAL_FUNCTION = 80, 30


def lines_of(function):
    return function.end_lineno - function.lineno + 1


def test_no_file_is_long():
    long = {each.name: each.length for each in sources.code() + sources.tests() if each.length > LONGEST_FILE}
    assert not long


def test_files_are_usually_small():
    assert median(each.length for each in sources.code()) <= USUAL_FILE


def test_no_function_is_long():
    long = [
        f"{each.name}: {function.name} has {lines_of(function)} lines"
        for each in sources.code() + sources.tests()
        for function in each.functions
        if lines_of(function) > LONGEST_FUNCTION
    ]
    assert not long


def test_nineteen_functions_of_twenty_are_short():
    lengths = [lines_of(function) for each in sources.code() for function in each.functions]
    assert quantiles(lengths, n=20)[-1] <= USUAL_FUNCTION
