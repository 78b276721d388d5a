using LeerkringBot.Cards.Polls;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Bot.Polls;

/// <summary>Takes over what was typed on a card, as it was typed. An input that the card did not have leaves what there was.</summary>
internal static class TypedPoll
{
    // Whatever a forged card brings, a draft stays a size that storage takes.
    private const int Longest = 6_000;

    public static PollText With(this PollText text, PollFormCard.StepData typed, PollStep step) => text with
    {
        Question = Typed(typed.Question, text.Question),
        Explanation = Typed(typed.Explanation, text.Explanation),
        Links = Typed(typed.Links, text.Links),
        Options = typed.ChoosesDates ? Typed(typed.Dates, "").Replace(',', '\n') : Typed(typed.Options, text.Options),
        Gathering = Typed(typed.Gathering, text.Gathering),
        // What was cleared isn't sent by every client either.
        NewDay = Typed(typed.NewDay, typed.ChoosesDates ? "" : text.NewDay),
        NewStart = Typed(typed.NewStart, typed.ChoosesDates ? "" : text.NewStart),
        NewEnd = Typed(typed.NewEnd, typed.ChoosesDates ? "" : text.NewEnd),
        Form = Chosen(typed.Form, text.Form),
        Per = Chosen(typed.Per, text.Per),
        Results = Chosen(typed.Results, text.Results),
        IsAnonymous = typed.Anonymous is null ? text.IsAnonymous : string.Equals(typed.Anonymous, "true", StringComparison.OrdinalIgnoreCase),
        // A list without a choice, and an empty time, are not sent by every client; what decides on that step always is.
        Details = Typed(typed.Details, step == PollStep.Who && typed.Results is not null ? "" : text.Details),
        LastDay = Typed(typed.LastDay, text.LastDay),
        LastTime = Typed(typed.LastTime, step == PollStep.Who && typed.LastDay is not null ? "" : text.LastTime),
    };

    private static string Typed(string? typed, string before) => typed is null ? before : typed.Length > Longest ? typed[..Longest] : typed;

    private static T Chosen<T>(string? typed, T before)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var chosen) && Enum.IsDefined(chosen) ? chosen : before;
}
