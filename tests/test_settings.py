import pytest

from survey import settings


@pytest.fixture
def read(tmp_path):
    return lambda **env: settings.read(env, tmp_path)


def test_an_empty_environment_is_enough(read, tmp_path):
    config = read()
    assert config["BASE_URL"] == "http://127.0.0.1:8000"
    assert config["TRUSTED_HOSTS"] == ["127.0.0.1", "localhost"]
    assert config["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/alongside.sqlite"
    assert config["COUNCIL_NAME"] == "Alongside"
    assert config["TRUSTED_PROXIES"] == 0


@pytest.mark.parametrize(
    ("env", "base_url", "hosts"),
    [
        ({"HOST": "0.0.0.0", "PORT": "80"}, "http://127.0.0.1:80", ["127.0.0.1", "localhost"]),
        ({"HOST": "::"}, "http://127.0.0.1:8000", ["127.0.0.1", "localhost"]),
        ({"HOST": "192.0.2.1"}, "http://192.0.2.1:8000", ["192.0.2.1"]),
        ({"BASE_URL": "https://lac.example.gov.uk/"}, "https://lac.example.gov.uk", ["lac.example.gov.uk"]),
    ],
)
def test_links_and_hosts_come_from_one_address(read, env, base_url, hosts):
    config = read(**env)
    assert config["BASE_URL"] == base_url
    assert config["TRUSTED_HOSTS"] == hosts


def test_the_secret_is_made_once_and_kept_from_others(read, tmp_path):
    first = read()["SECRET_KEY"]
    assert len(first) >= 48
    assert read()["SECRET_KEY"] == first
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_a_given_secret_is_not_written_anywhere(read, tmp_path):
    assert read(SECRET_KEY="a long secret from elsewhere")["SECRET_KEY"] == "a long secret from elsewhere"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("start", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_means_one_driver(read, start):
    uri = read(DATABASE_URL=f"{start}://eva@db/alongside")["SQLALCHEMY_DATABASE_URI"]
    assert uri == "postgresql+psycopg://eva@db/alongside"


@pytest.mark.parametrize(("base_url", "secure"), [("https://a.example", True), ("http://a.example", False)])
def test_cookies_are_as_safe_as_the_address_allows(read, base_url, secure):
    config = read(BASE_URL=base_url)
    assert config["SESSION_COOKIE_SECURE"] is secure
    assert config["SESSION_COOKIE_HTTPONLY"] is True
    assert config["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert config["WTF_CSRF_TIME_LIMIT"] is None


def test_posts_have_a_size(read):
    config = read()
    assert 0 < config["MAX_FORM_MEMORY_SIZE"] <= config["MAX_CONTENT_LENGTH"] <= 10_000_000


def test_help_lines_are_pairs(read):
    assert read()["HELP_LINES"][0] == ("Danger to life, any time", "999")
    assert read(HELP_LINES=" Duty team = 01332 1234 ;")["HELP_LINES"] == (("Duty team", "01332 1234"),)
    assert read(HELP_LINES="")["HELP_LINES"] == ()


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"HELP_LINES": "Samaritans 116 123"}, "HELP_LINES"),
        ({"COUNCIL_COLOUR": "green"}, "COUNCIL_COLOUR"),
        ({"COUNCIL_COLOUR": "#2f5d50;}"}, "COUNCIL_COLOUR"),
        ({"PORT": "eighty"}, "eighty"),
    ],
)
def test_what_makes_no_sense_is_refused_at_once(read, env, said):
    with pytest.raises(ValueError, match=said):
        read(**env)


@pytest.mark.parametrize("text", ["4", "0", "-10", "ten", "10.5", ""])
def test_a_threshold_that_hides_too_little_is_refused(tmp_path, text):
    with pytest.raises(ValueError, match="RELEASE_THRESHOLD must be a whole number from 5 upward"):
        settings.read({"RELEASE_THRESHOLD": text}, tmp_path)


def test_the_threshold_is_ten_unless_said(tmp_path):
    assert settings.read({}, tmp_path)["RELEASE_THRESHOLD"] == 10
    assert settings.read({"RELEASE_THRESHOLD": "5"}, tmp_path)["RELEASE_THRESHOLD"] == 5


@pytest.mark.parametrize("text", ["-1", "two", "1.5", ""])
def test_workers_are_counted_in_whole_numbers(tmp_path, text):
    with pytest.raises(ValueError, match="WORKERS must be a whole number"):
        settings.read({"WORKERS": text}, tmp_path)


def test_one_worker_works_beside_the_server_unless_said(tmp_path):
    assert settings.read({}, tmp_path)["WORKERS"] == 1
    assert settings.read({"WORKERS": "0"}, tmp_path)["WORKERS"] == 0
