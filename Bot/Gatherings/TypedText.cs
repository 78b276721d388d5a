using LeerkringBot.Cards.Gatherings;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;

namespace LeerkringBot.Bot.Gatherings;

/// <summary>Takes over what was typed on a card, as it was typed. An input that the card did not have leaves what there was.</summary>
internal static class TypedText
{
    // Whatever a forged card brings, a draft stays a size that storage takes.
    private const int Longest = 12_000;

    public static GatheringText With(this GatheringText text, GatheringFormCard.StepData typed) => text with
    {
        Title = Typed(typed.Title, text.Title),
        Kind = Typed(typed.Kind, text.Kind),
        Why = Typed(typed.Why, text.Why),
        Date = Typed(typed.Date, text.Date),
        Start = Typed(typed.Start, text.Start),
        End = Typed(typed.End, text.End),
        PlaceName = Typed(typed.Place, text.PlaceName),
        Address = Typed(typed.Address, text.Address),
        Programme = Typed(typed.Programme, text.Programme),
        // An empty number, and a list without a choice, are not sent by every client; the last day stands on the same step.
        Capacity = Typed(typed.Capacity, typed.LastDay is null ? text.Capacity : ""),
        LastDay = Typed(typed.LastDay, text.LastDay),
        NeedsApproval = Switched(typed.Approval, text.NeedsApproval),
        AsksWishes = Switched(typed.Wishes, text.AsksWishes),
        Roles = Typed(typed.Roles, typed.LastDay is null ? text.Roles : ""),
        Audience = Typed(typed.Audience, text.Audience),
        Hosts = Typed(typed.Hosts, text.Hosts),
        Contact = Typed(typed.Contact, text.Contact),
        Rounds = Typed(typed.Rounds, text.Rounds),
    };

    public static QuestionText With(this QuestionText question, QuestionCard.QuestionData typed) => question with
    {
        Text = Typed(typed.Text, question.Text),
        Kind = Enum.TryParse<QuestionKind>(typed.Kind, out var kind) && Enum.IsDefined(kind) ? kind : question.Kind,
        IsRequired = Switched(typed.Required, question.IsRequired),
        Choices = Typed(typed.Choices, question.Choices),
        Condition = typed.When is null or QuestionCard.Always ? "" : Typed(typed.When, ""),
    };

    private static string Typed(string? typed, string before) => typed is null ? before : typed.Length > Longest ? typed[..Longest] : typed;

    private static bool Switched(string? typed, bool before) => typed is null ? before : string.Equals(typed, "true", StringComparison.OrdinalIgnoreCase);
}
