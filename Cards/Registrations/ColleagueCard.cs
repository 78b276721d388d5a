using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Cards.Registrations;

/// <summary>"Neem een collega mee": chosen in Teams, or by name and e-mail address.</summary>
public static class ColleagueCard
{
    public static readonly CardAction<InvitationCard.GatheringData> Open = new("registration.colleague");
    public static readonly CardAction<ColleagueData> Bring = new("registration.bring");
    public static readonly CardAction<CancelColleagueData> Cancel = new("registration.cancel-colleague");

    public const int LongestName = 80;

    /// <summary>Among the people: none of them.</summary>
    public const string Nobody = "none";

    private const string Loose = "loose";
    private const string Together = "together";

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="People">Chosen in Teams: object ids with commas.</param>
    /// <param name="Name">Typed.</param>
    /// <param name="Email">Typed.</param>
    /// <param name="Places">Whether they only come together.</param>
    public sealed record ColleagueData(string Gathering, string? People = null, string? Name = null, string? Email = null, string? Places = null)
    {
        [System.Text.Json.Serialization.JsonIgnore]
        public bool OnlyTogether => Places != Loose;
    }

    /// <param name="Gathering">The <see cref="GatheringId"/> as text.</param>
    /// <param name="Member">Under which the colleague is registered.</param>
    public sealed record CancelColleagueData(string Gathering, string Member);

    /// <param name="gathering">To which.</param>
    /// <param name="known">People of the same municipality whom the bot knows; in Teams one can search for others.</param>
    /// <param name="isFull">Whether colleagues will have to wait.</param>
    /// <param name="waits">Whether the person waits too.</param>
    /// <param name="typed">What was filled in, where it could not be done.</param>
    /// <param name="mistake">What is wrong with it, or null.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(Gathering gathering, IReadOnlyList<Choice> known, bool isFull, bool waits, ColleagueData? typed, string? mistake, Texts texts)
    {
        var id = gathering.Id.ToString();
        return new(
            [
                Part.Note(texts.Rich("Answers.For", gathering.Title)),
                Part.Title(texts["Colleague.Title"]),
                new TextBlock(texts.Rich("Colleague.How")),
                .. mistake is null ? Array.Empty<CardElement>() : [Part.Mistake(mistake)],
                new ChoiceSetInput(texts["Colleague.People"], [.. known, new(texts["Colleague.Nobody"], Nobody)])
                {
                    Id = "people",
                    Value = typed?.People,
                    IsMultiSelect = true,
                    Style = "filtered",
                    Placeholder = texts["Colleague.PeoplePlaceholder"],
                    Search = new("graph.microsoft.com/users"),
                },
                new TextInput(texts["Colleague.Name"]) { Id = "name", Value = typed?.Name, MaxLength = LongestName, Separator = true },
                new TextInput(texts["Colleague.Email"]) { Id = "email", Value = typed?.Email, MaxLength = 200 },
                .. isFull
                    ?
                    [
                        new ChoiceSetInput(texts["Colleague.Places"], [new(texts["Colleague.Together"], Together), new(texts["Colleague.Loose"], Loose)])
                        {
                            Id = "places",
                            Value = typed?.Places ?? Together,
                            Style = "expanded",
                            Wrap = true,
                        },
                        .. waits ? [Part.Note(texts.Rich("Colleague.TogetherWaits"))] : Array.Empty<CardElement>(),
                    ]
                    : Array.Empty<CardElement>(),
                Part.Buttons(
                    Bring.Button(texts["Colleague.Send"], new(id)),
                    InvitationCard.Show.Button(texts["Answers.Back"], new(id), withInputs: false)),
            ],
            texts["Colleague.Title"])
        {
            Lang = texts.Lang,
        };
    }
}
