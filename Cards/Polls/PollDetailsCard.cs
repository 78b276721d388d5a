using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>What an answer tells besides the choice: filled in after it, or later, by whoever of the municipality knows.</summary>
public static class PollDetailsCard
{
    public static readonly CardAction<OpenData> Open = new("poll.details");
    public static readonly CardAction<TellData> Tell = new("poll.tell");

    private const string None = "none";

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="For">Code of the municipality; null in a poll of persons.</param>
    public sealed record OpenData(string Poll, string? For = null);

    /// <param name="Poll">The <see cref="Domain.PollId"/> as text.</param>
    /// <param name="Version">Of the answer that stood on the card.</param>
    /// <param name="For">Code of the municipality; null in a poll of persons.</param>
    public sealed record TellData(
        string Poll,
        int Version,
        string? For = null,
        string? Explanation = null,
        string? Contact = null,
        string? Support = null,
        string? ExperimentKind = null,
        string? Description = null,
        string? Place = null,
        [property: System.Text.Json.Serialization.JsonConverter(typeof(AnyText))] string? Capacity = null)
    {
        public AnswerDetails Read() => PollDetailsCard.Read(Explanation, Contact, Support, ExperimentKind, Description, Place, null, Capacity);
    }

    /// <param name="view">What a poll card shows; answered.</param>
    /// <param name="details">As they stand, or as they were typed.</param>
    /// <param name="version">Of the answer they belong to.</param>
    /// <param name="standing">Who answered what; null where the person did.</param>
    /// <param name="wrong">Those that can't be so.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="meanwhile">What a colleague told since, and would be replaced; null where nobody came in between.</param>
    public static AdaptiveCard Render(PollView view, AnswerDetails details, int version, string? standing, IReadOnlyList<PollDetail> wrong, Texts texts, AnswerDetails? meanwhile = null) =>
        new(
            [
                .. wrong.Count == 0 ? Array.Empty<CardElement>() : [Part.Notice(texts["Poll.DetailsMistakes"], "warning")],
                Part.Note(view.Poll.Question),
                Part.Title(texts.Rich("Poll.DetailsTitle")),
                new TextBlock(standing ?? texts.Plain(view.Municipality.Length > 0 ? "Poll.Answered" : "Poll.MineOf", view.Municipality, ChoiceText.Brief(view.Poll, view.Answered!.Choice!, texts))),
                .. meanwhile is null ? Array.Empty<CardElement>() : [Part.Notice(texts.Rich("Poll.DetailsMeanwhile"), "warning")],
                .. meanwhile is null or { IsEmpty: true } ? Array.Empty<CardElement>() :
                [
                    new TextBlock(texts.Rich("Poll.DetailsStanding")),
                    new FactSet([.. view.Poll.Details.Where(detail => meanwhile[detail] is not null).Select(detail => new Fact(texts[$"Poll.Detail.{detail}"], ChoiceText.Of(detail, meanwhile[detail]!, texts)))]),
                ],
                Part.Note(texts.Rich("Poll.DetailsOptional")),
                .. Inputs(view.Poll, details, wrong, texts),
                Part.Buttons(
                    Tell.Button(texts["Poll.DetailsSave"], new(view.Poll.Id.ToString(), version, view.Mine?.Municipality?.ToString())),
                    PollCard.Show.Button(texts["Poll.DetailsBack"], new(view.Poll.Id.ToString()), withInputs: false)),
            ],
            texts.Plain("Poll.Summary", view.Poll.Question))
        {
            Lang = texts.Lang,
        };

    /// <summary>What <see cref="Inputs"/> held.</summary>
    internal static AnswerDetails Read(string? explanation, string? contact, string? support, string? experimentKind, string? description, string? place, string? address, string? capacity) => AnswerDetails.Of(
    [
        new(PollDetail.Explanation, explanation),
        new(PollDetail.Contact, contact),
        new(PollDetail.Support, Chosen(support)),
        new(PollDetail.ExperimentKind, Chosen(experimentKind)),
        new(PollDetail.Description, description),
        new(PollDetail.Place, place),
        new(PollDetail.Address, address),
        new(PollDetail.Capacity, capacity),
    ]);

    /// <summary>An input for each detail that the poll asks for, with what is wrong with it right above it.</summary>
    /// <param name="poll">What was asked.</param>
    /// <param name="values">As they stand or were typed; null where nothing was.</param>
    /// <param name="wrong">Those that can't be so.</param>
    /// <param name="texts">In the reader's language.</param>
    internal static IEnumerable<CardElement> Inputs(Poll poll, AnswerDetails? values, IReadOnlyList<PollDetail> wrong, Texts texts) =>
        poll.Details.SelectMany(detail => Input(detail, values?[detail], wrong.Contains(detail), texts));

    private static string? Chosen(string? value) => value == None ? null : value;

    private static IEnumerable<CardElement> Input(PollDetail detail, string? value, bool isWrong, Texts texts)
    {
        if (isWrong) yield return Part.Mistake(texts.Rich($"Poll.DetailWrong.{(detail == PollDetail.Capacity ? "Capacity" : "Long")}"));
        var label = texts[$"Poll.Detail.{detail}"];
        var name = detail.ToString();
        var id = char.ToLowerInvariant(name[0]) + name[1..];
        yield return detail switch
        {
            PollDetail.Support => Choices(Enum.GetNames<AdministrativeSupport>()),
            PollDetail.ExperimentKind => Choices(Enum.GetNames<ExperimentKind>()),
            PollDetail.Contact => new TextInput(label) { Id = id, Value = value, MaxLength = PollLimits.Contact, Placeholder = texts["Poll.ContactExample"] },
            PollDetail.Capacity => new TextInput(label) { Id = id, Value = value, MaxLength = 6 },
            PollDetail.Place => new TextInput(label) { Id = id, Value = value, MaxLength = PollLimits.Detail },
            _ => new TextInput(label) { Id = id, Value = value, MaxLength = PollLimits.Detail, IsMultiline = true },
        };

        ChoiceSetInput Choices(string[] names) => new(label, [new(texts["Poll.DetailNone"], None), .. names.Select(one => new Choice(ChoiceText.Of(detail, one, texts), one))])
        {
            Id = id,
            Value = value ?? None,
            Style = "compact",
        };
    }
}
