"""The pages of those who tell a story, in every state that a person can meet."""

from tests.journeys.doing import nothing, pressing

ASK = "What we may do with your story"
SAY = "Say it instead"
TELLERS = [
    ("/join/{poster}", nothing, "Share your story"),
    ("/join/{poster}", pressing("Continue"), "Share your story"),
    ("/join/{poster_old}", nothing, "This is not open now"),
    ("/join/{poster_shut}", nothing, "This is not open now"),
    ("/join/nobodys", nothing, "We do not know this link"),
    ("/a/{story_fresh}", nothing, "Share your story"),
    ("/a/{story_half_way}", nothing, "Welcome back"),
    ("/a/{story_half_way}/story-before", nothing, "What was going on for you before?"),
    ("/a/{story_half_way}/story-happened", nothing, "What happened then?"),
    ("/a/{story_half_way}/story-about", nothing, "What is your story about?"),
    ("/a/{story_half_way}/hope-direction", nothing, "In your story, which way did this go?"),
    ("/a/{story_half_way}/triad-who", nothing, "In your story, who made the difference?"),
    ("/a/{story_half_way}/use-learning", nothing, "May the team read your story"),
    ("/a/{story_half_way}/recording/story-before", nothing, SAY),
    ("/a/{story_half_way}/recording/story-happened", nothing, SAY),
    ("/a/{story_half_way}/recording/story-before", pressing("Keep this recording"), SAY),
    ("/a/{story_half_way}/check", nothing, "Check your story"),
    ("/a/{story_shown}/check", nothing, "Check your story"),
    ("/a/{story_half_way}/take-back", nothing, "Take your story back?"),
    ("/a/{story_sending}/check", pressing("Send my story"), "Thank you for your story"),
    ("/a/{story_leaving}/take-back", pressing("Yes, take my story back"), "You took your story back"),
    ("/a/{story_sent}", nothing, ASK),
    ("/a/{story_sent}/uses", nothing, ASK),
    ("/a/{story_sent}/take-back", nothing, "Take your story back?"),
    ("/a/{story_sent}/take-back/steering-group", nothing, "Take this yes back?"),
    ("/a/{story_sent}/thank-you", nothing, "Thank you for your story"),
    ("/a/{story_gone}", nothing, "You took your story back"),
    ("/a/{story_waiting}", nothing, "We are not asking for stories now"),
    ("/a/{invited_to_tell}", nothing, "We have your answers"),
    ("/a/{teller}", nothing, "We have your answers"),
]
