using LeerkringBot.Cards;

namespace LeerkringBot.Gallery;

/// <summary>Every card in every state that people can see it in.</summary>
public static class CardGallery
{
    /// <param name="texts">The language.</param>
    /// <param name="typed">What people made of a text that they type or choose themselves; for plain cards the text itself.</param>
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Texts texts, Func<string, string> typed)
    {
        var specimens = new Specimens(typed);
        return
        [
            .. RegistrationCards.All(specimens, texts),
            .. PollCards.All(specimens, texts),
            .. MemberCards.All(specimens, texts),
            .. BroadcastCards.All(specimens, texts),
            .. GatheringCards.All(specimens, texts),
            .. ReminderCards.All(specimens, texts),
            .. IdeaCards.All(specimens, texts),
            .. MailCards.All(specimens, texts),
        ];
    }
}
