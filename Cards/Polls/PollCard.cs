using System.Text.Json;
using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>A question: one click answers where the question allows it, otherwise there are inputs; the result stands below.</summary>
public static class PollCard
{
    public static readonly CardAction<AnswerData> Answer = new("poll.answer");
    public static readonly CardAction<FillData> Fill = new("poll.fill");
    public static readonly CardAction<PollData> Show = new("poll.show");

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Option">A <see cref="PollChoice"/> as text: the key of the option.</param>
    /// <param name="For">Code of the municipality, where somebody works for several.</param>
    /// <param name="Secret">The poll is anonymous: no card that comes back may carry what was chosen.</param>
    public sealed record AnswerData(string Poll, string Option, string? For = null, bool? Secret = null);

    /// <summary>An answer by inputs: "choice" for several choices, "vote-…" for each option that is voted on.</summary>
    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Choice">Chosen options, with commas.</param>
    /// <param name="For">Code of the municipality, where somebody who works for several chooses on the card.</param>
    /// <param name="Secret">The poll is anonymous: no card that comes back may carry what was chosen.</param>
    public sealed record FillData(string Poll, string? Choice = null, string? For = null, bool? Secret = null)
    {
        /// <summary>The votes, by the id of their input.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Inputs { get; set; }

        public PollChoice Read() => PollAnswerPart.Read(Choice, Inputs);
    }

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    public sealed record PollData(string Poll);

    /// <param name="view">What it shows.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="notice">What just happened, above everything; null shows where the person stands.</param>
    /// <param name="told">Goes on below where the person stands: who hears of what they did.</param>
    public static AdaptiveCard Render(PollView view, Texts texts, string? notice = null, string? told = null) =>
        new(
            [
                .. notice is not null ? [Part.Notice(notice, view.Wrong.Count > 0 ? "warning" : "accent")] : Standing(view, texts),
                .. told is null ? Array.Empty<CardElement>() : [new TextBlock(told)],
                Part.Note(Kind(view.Poll, texts)),
                Part.Title(view.Poll.Question),
                .. view.Poll.Explanation.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(view.Poll.Explanation)],
                .. view.Poll.Links.IsEmpty ? Array.Empty<CardElement>() : [Part.Buttons([.. view.Poll.Links.Select(link => new OpenUrlButton(link.Title, link.Address))])],
                .. PollAnswerPart.Render(view, texts),
                .. PollResultPart.Render(view, texts),
                .. PollResultsCard.Button(view, texts),
                Part.Note(ClosingText(view.Poll, view.Now, texts)),
                .. view.Foot,
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };

    private static IEnumerable<CardElement> Standing(PollView view, Texts texts)
    {
        if (view.Answered is not { } answer) yield break;
        // Ten dates would be a wall of words: the inputs below say them, and a list once it is closed.
        var isLong = view.Poll.Template == PollTemplate.Dates;
        var standing = (view.Poll.IsAnonymous, view.Mine?.Municipality) switch
        {
            (true, null) => texts["Poll.TookPart"],
            (true, _) => texts.Plain("Poll.MunicipalityTookPart", view.Municipality),
            (false, null) => texts.Plain("Poll.MineIs", ChoiceText.Brief(view.Poll, answer.Choice!, texts)),
            _ => texts.Plain("Poll.Answered", view.Municipality, ChoiceText.Brief(view.Poll, answer.Choice!, texts)),
        };
        yield return Part.Notice(standing, "good");
        if (isLong && !view.CanAnswer) yield return new FactSet([.. view.Poll.Options.Select(option => new Fact(ChoiceText.Title(view.Poll, option, texts), ChoiceText.Vote(view.Poll, answer.Choice!.Votes.GetValueOrDefault(option.Key, Vote.No), texts)))]);
        // What can be changed right here stands in its input.
        if (view.Details is { IsEmpty: false } details && !(view.CanAnswer && view.Poll.Template == PollTemplate.Host))
            yield return new FactSet([.. view.Poll.Details.Where(detail => details[detail] is not null).Select(detail => new Fact(texts[$"Poll.Detail.{detail}"], ChoiceText.Of(detail, details[detail]!, texts)))]);
    }

    private static string Kind(Poll poll, Texts texts) =>
        texts[poll.Per == VoterKind.Municipality ? "Poll.Kind" : "Poll.KindPerson"] + (poll.IsAnonymous ? " · " + texts["Poll.KindAnonymous"] : "");

    internal static CardText ClosingText(Poll poll, DateTimeOffset now, Texts texts)
    {
        var closing = DutchTime.WallClock(poll.ClosesAt);
        // At midnight what people see is the day before.
        var atMidnight = closing.TimeOfDay == TimeSpan.Zero;
        var day = texts.Day(DateOnly.FromDateTime(atMidnight ? closing.AddDays(-1) : closing), DutchTime.DayOf(now).Year);
        var isOpen = poll.IsOpen(now);
        return atMidnight
            ? texts.Rich(isOpen ? poll.IsAnonymous ? "Poll.AnonymousClosesAfter" : "Poll.ClosesAfter" : "Poll.WasOpenUntil", day)
            : texts.Rich(isOpen ? "Poll.ClosesAt" : "Poll.WasOpenUntilTime", day, texts.Time(TimeOnly.FromDateTime(closing)));
    }
}
