"""Sentences of stories that nobody told, for the worked example.

What stands in curly brackets is filled with a made-up name, place or day, which is then taken out.
"""

# By what fills it: which word takes its place, and what it may be.
FILLED = {
    "friend": ("name", ("Ada", "Bert", "Cleo", "Edie", "Gwen", "Harold", "Ivy", "Norman", "Olive", "Wilf")),
    "worker": ("name", ("Sam", "Priya", "Tomos", "Yasmin")),
    "street": ("place", ("Elm Road", "Castle Street", "Mill Lane", "Orchard Close")),
    "hall": ("place", ("St Anne’s Hall", "the Harbour Café", "Riverside Library", "the Jubilee Centre")),
    "club": ("organisation", ("the Allotment Society", "the Thursday Choir", "the Knit and Natter group")),
    "day": ("date", ("3 March", "12 May", "Monday 8 June", "21 September")),
}
# By outcome, how it was before.
BEFORE = {
    "isolation": (
        "Since I moved to {street} I hardly spoke to anybody. Some weeks it was only the man in the shop.",
        "After my husband died the house was very quiet. I ate in front of the window to see people pass.",
        "I had lost touch with everyone. The telephone rang and it was always somebody selling something.",
    ),
    "someone_to_rely_on": (
        "There was nobody I could ask. When the boiler broke I went without hot water for a month.",
        "My family live far away and I did not want to be a bother to {friend} next door.",
    ),
    "confidence": (
        "I used to run a market stall, you would not believe it. By then I could not go into a full room.",
        "I had stopped going on the bus. I thought that everybody could see me shaking.",
        "I am slow with forms and I thought that people would laugh at me.",
    ),
    "hope": (
        "I did not look further than the next day. I had put my painting things in the loft.",
        "To be honest I thought that was it for me, a chair and the television.",
    ),
    "control": (
        "Everything was decided for me. I had letters from four offices and all of them wanted a form.",
        "I had three workers who did not know of each other, and I told each of them the same.",
    ),
    "independence": (
        "I needed somebody with me to go as far as {hall}, so mostly I did not go.",
        "After the fall in {street} my daughter did the shopping, the cooking, all of it.",
    ),
    "low_mood": (
        "I had been low since the winter. Getting dressed was a day’s work.",
        "I slept badly and I was short with people, and then they kept away.",
    ),
    "crime_worry": (
        "There had been trouble in {street} and I did not go out after four in the afternoon.",
        "I kept the chain on the door and the lights off, because of the noise on the stairs.",
    ),
    "something_else": (
        "The garden at the back of {street} was full of rubbish and nobody knew whose it was.",
        "I look after my brother. Nobody had asked me in years what I would like.",
    ),
}
HAPPENED = (
    "{worker} came round and did not want to fill anything in. We had tea and talked about bread.",
    "I met {worker} at {hall}. I was asked what a good week looks like, and I had to think.",
    "We walked to {club} together. The second time I went by myself, and I was early.",
    "{friend} from two doors down has the same dog as me. {worker} had noticed, I had not.",
    "It took a while. On {day} I nearly did not go, and {worker} said that was fine as well.",
    "{worker} rang the office with me, not for me. That was on {day} and I have the paper still.",
    "They were looking for somebody who can mend chairs. I can mend chairs.",
    "We wrote down who is in my life. It was a short list. {club} was on it in the end.",
)
# By outcome, how it is now that it got better.
BETTER = {
    "isolation": (
        "I see people three days in the week now. {friend} has a key and I have theirs.",
        "On Thursdays there are six of us. Last week I was ill and two of them came to ask.",
    ),
    "someone_to_rely_on": (
        "When the lights went I knocked at {friend}’s, and that was that.",
        "There are two people I can ring. I have done it once and it was all right.",
    ),
    "confidence": (
        "I stood up and read a poem at {hall}. My knees shook and I did it.",
        "I take the bus now. I do the form for {friend}, who is slower than I am.",
    ),
    "hope": (
        "The painting things are down from the loft. There are four pictures at {hall}.",
        "I have something in the diary for next month, which I have not had for years.",
    ),
    "control": (
        "There is one folder now and I know what is in it. I said no to something, and it was fine.",
        "I decide who comes and when. That sounds small and it is not.",
    ),
    "independence": (
        "I do my own shopping again, with the trolley. It takes all morning and I like it.",
        "I walk to {hall} by myself. My daughter comes on Sundays, for lunch, not to clean.",
    ),
    "low_mood": (
        "I am up by eight. There are bad days still, but they have an end.",
        "I laugh more. {friend} says that I sing on the stairs.",
    ),
    "crime_worry": (
        "I know the young men on the stairs by name now. One of them carries my bags.",
        "We put lights up in {street}, all of us on one Saturday. I go out in the evening.",
    ),
}
# By direction, where it did not get better: the same words whatever it was about.
OTHERWISE = {
    "same": (
        "In that way nothing has changed, and I would not say so if it had not.",
        "That is as it was. I mind it less.",
    ),
    "up_and_down": (
        "Some weeks are good. Then it is winter again and I am back where I was.",
        "It was better until {friend} moved away, and now we shall see.",
    ),
    "worse": (
        "That has got harder. The bus to {hall} was stopped, so I cannot get there.",
        "It is worse than before, with the new letters. It is not {worker}’s fault.",
    ),
    "not_said": ("It is too early to say.",),
}
# By outcome, what can be quoted beside it of how it is now: of the words just above, few speak of one.
SPEAKS_OF = {
    **BETTER,
    "someone_to_rely_on": (*BETTER["someone_to_rely_on"], OTHERWISE["up_and_down"][1]),
}
TELL_PEOPLE = (
    "Ask people what they can do before you ask what is wrong with them.",
    "It does not have to be big. It was a cup of tea.",
    "Please do not stop it just when it is working.",
    "Everybody knows something that somebody else in {street} would like to know.",
    "You have to come more than once.",
    "It is nice when somebody remembers your name.",
)
# How tellers who choose a name would like to be called; all of them made up.
NAMES = ("Made-up May", "Made-up Jack", "Made-up Rosie", "Made-up Len")
