using System.Text.Json;
using System.Text.Json.Serialization;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Polls;

namespace LeerkringBot.Cards.Polls;

/// <summary>An organiser enters an answer that came by phone or mail, with how it came.</summary>
public static class PollOnBehalfCard
{
    public static readonly CardAction<PollCard.PollData> Open = new("poll.behalf");
    public static readonly CardAction<EnterData> Enter = new("poll.enter");

    /// <param name="Poll">The <see cref="PollId"/> as text.</param>
    /// <param name="Municipality">Its code.</param>
    /// <param name="Source">How it came; typed.</param>
    /// <param name="Choice">Chosen options, with commas.</param>
    /// <param name="Version">Of the answer that the organiser saw and wants changed; null at first.</param>
    /// <param name="Person">In a poll of persons: a name or e-mail address as typed, or the id of a member.</param>
    public sealed record EnterData(string Poll, string? Municipality = null, string? Source = null, string? Choice = null, int? Version = null, string? Person = null)
    {
        /// <summary>The votes, by the id of their input.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Inputs { get; set; }

        public string? Place { get; init; }

        public string? Address { get; init; }

        [JsonConverter(typeof(AnyText))]
        public string? Capacity { get; init; }

        public string? Contact { get; init; }

        public string? Explanation { get; init; }

        public string? Support { get; init; }

        public string? ExperimentKind { get; init; }

        public string? Description { get; init; }

        /// <summary>Null where nothing was told.</summary>
        public AnswerDetails? ReadDetails()
        {
            var details = PollDetailsCard.Read(Explanation, Contact, Support, ExperimentKind, Description, Place, Address, Capacity);
            return details.IsEmpty ? null : details;
        }

        public PollChoice Read() => PollAnswerPart.Read(Choice, Inputs);
    }

    /// <param name="view">What a poll card shows.</param>
    /// <param name="typed">What was filled in.</param>
    /// <param name="people">In a poll of persons, those whom the words may mean; empty asks for words.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(PollView view, EnterData typed, IReadOnlyList<Choice> people, string? mistake, Texts texts) =>
        new(
            [
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Notice(mistake, "warning")],
                Part.Note(view.Poll.Question),
                Part.Title(Title(view.Poll, texts)),
                new TextBlock(texts.Rich("OnBehalf.About")),
                Whose(view, typed, people, texts),
                .. PollAnswerPart.Inputs(view.Poll, typed.Read(), texts),
                .. view.Poll.Details.IsEmpty || view.Poll.Template == PollTemplate.Host ? Array.Empty<CardElement>() : [Part.Note(texts.Rich("OnBehalf.Details"))],
                .. view.Poll.Template == PollTemplate.Host ? HostPart.Inputs(typed.ReadDetails(), view.Wrong, texts, required: false) : PollDetailsCard.Inputs(view.Poll, typed.ReadDetails(), view.Wrong, texts),
                new TextInput(texts["OnBehalf.Source"])
                {
                    Id = "source",
                    Value = typed.Source,
                    MaxLength = PollLimits.Source,
                    Placeholder = texts["OnBehalf.SourceExample"],
                    IsRequired = true,
                    ErrorMessage = texts["OnBehalf.SourceFirst"],
                },
                Part.Buttons(
                    Enter.Button(texts["OnBehalf.Enter"], new(view.Poll.Id.ToString())),
                    PollOverviewCard.Show.Button(texts["Poll.DetailsBack"], new(view.Poll.Id.ToString()), withInputs: false)),
            ],
            Title(view.Poll, texts))
        {
            Lang = texts.Lang,
        };

    /// <summary>Another answer stands: change it or leave it.</summary>
    /// <param name="view">What a poll card shows.</param>
    /// <param name="current">What stands.</param>
    /// <param name="whose">"de gemeente Waalwijk", or the name of a person.</param>
    /// <param name="by">Who gave it.</param>
    /// <param name="hears">Who hears of a change; null for nobody.</param>
    /// <param name="typed">What was filled in.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard RenderConfirm(PollView view, PollAnswer current, string whose, string by, string? hears, EnterData typed, Texts texts)
    {
        var day = texts.Day(DutchTime.DayOf(current.At), DutchTime.DayOf(view.Now).Year);
        return new(
            [
                Part.Title(view.Poll.Question),
                Part.Notice(texts.Plain("OnBehalf.Stands", whose, by, day, ChoiceText.Brief(view.Poll, current.Choice, texts)), "warning"),
                new TextBlock(AnswerRules.Read(view.Poll, typed.Read()) == current.Choice
                    ? texts.Rich("OnBehalf.ConfirmDetails", whose)
                    : texts.Rich("OnBehalf.ConfirmQuestion", whose, ChoiceText.Brief(view.Poll, typed.Read(), texts))),
                .. hears is null ? Array.Empty<CardElement>() : [new TextBlock(texts.Rich("OnBehalf.Told", hears))],
                Part.Buttons(
                    Enter.Button(texts["Poll.ConfirmChangeAll"], typed with { Version = current.Version }, withInputs: false),
                    PollOverviewCard.Show.Button(texts["Poll.KeepAll"], new(view.Poll.Id.ToString()), withInputs: false)),
            ],
            Title(view.Poll, texts))
        {
            Lang = texts.Lang,
        };
    }

    private static string Title(Poll poll, Texts texts) => texts[poll.Per == VoterKind.Municipality ? "OnBehalf.Title" : "OnBehalf.TitlePerson"];

    private static CardElement Whose(PollView view, EnterData typed, IReadOnlyList<Choice> people, Texts texts)
    {
        if (view.Poll.Per == VoterKind.Municipality)
        {
            return new ChoiceSetInput(
                texts["OnBehalf.Municipality"],
                [.. view.Network.Municipalities.Values.OrderBy(one => one.Name, StringComparer.Create(texts.Culture, ignoreCase: true)).Select(one => new Choice(one.Name, one.Code.ToString()))])
            {
                Id = "municipality",
                Value = typed.Municipality,
                Style = "filtered",
                IsRequired = true,
                ErrorMessage = texts["OnBehalf.MunicipalityFirst"],
            };
        }

        return people.Count == 0
            ? new TextInput(texts["OnBehalf.Person"]) { Id = "person", Value = typed.Person, MaxLength = PollLimits.Source, IsRequired = true, ErrorMessage = texts["OnBehalf.PersonFirst"] }
            : new ChoiceSetInput(texts["OnBehalf.PersonWhich"], people) { Id = "person", Style = "expanded", Wrap = true, IsRequired = true, ErrorMessage = texts["OnBehalf.PersonMany"] };
    }
}
