using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>What an organiser can do with an idea.</summary>
public static class IdeaFollowUpCard
{
    public static readonly CardAction<IdeaCard.IdeaData> Show = new("idea.follow-up");
    public static readonly CardAction<StatusData> SetStatus = new("idea.status");
    public static readonly CardAction<MergeData> AskMerge = new("idea.ask-merge");
    public static readonly CardAction<MergeData> Merge = new("idea.merge");
    public static readonly CardAction<HideData> Hide = new("idea.hide");
    public static readonly CardAction<AgendaData> PutOnAgenda = new("idea.agenda");
    public static readonly CardAction<AffiliationData> ConfirmAffiliation = new("idea.affiliation");

    /// <summary>Stands for no gathering's agenda.</summary>
    public const string NoAgenda = "none";

    private const int LongestLine = 300;
    private const int MostAlike = 4;

    private static readonly IdeaStatus[] Choosable = [IdeaStatus.New, IdeaStatus.UnderDiscussion, IdeaStatus.TakenUp, IdeaStatus.NotPursued];

    /// <param name="Idea">The <see cref="IdeaId"/> as text, here and in the others.</param>
    /// <param name="Status">An <see cref="IdeaStatus"/>.</param>
    /// <param name="Line">As typed.</param>
    public sealed record StatusData(string Idea, string? Status = null, string? Line = null);

    /// <param name="Idea">Which is merged.</param>
    /// <param name="Into">The number of the other, as typed.</param>
    public sealed record MergeData(string Idea, string? Into = null);

    /// <param name="Idea">Which.</param>
    /// <param name="Hidden">How it is to be.</param>
    public sealed record HideData(string Idea, bool Hidden);

    /// <param name="Idea">Which.</param>
    /// <param name="Gathering">The <see cref="GatheringId"/> as text, or <see cref="NoAgenda"/>.</param>
    public sealed record AgendaData(string Idea, string? Gathering = null);

    /// <param name="Idea">Which.</param>
    /// <param name="IsRight">Whether the municipality that was guessed is the sender's.</param>
    public sealed record AffiliationData(string Idea, bool IsRight);

    /// <param name="view">Which.</param>
    /// <param name="guessed">The municipality that is not confirmed yet; null where there is none.</param>
    /// <param name="alike">Other ideas that say the same.</param>
    /// <param name="gatherings">On whose agenda it can be put.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard Render(IdeaView view, string? guessed, IReadOnlyList<IdeaNumber> alike, IReadOnlyList<Choice> gatherings, string? notice, Texts texts)
    {
        var idea = view.Idea;
        var id = idea.Id.ToString();
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts.Rich("Idea.FollowUpTitle", idea.Number.ToString())),
                .. IdeaWords.Begin(idea.Text),
                Part.Note(string.Join(" · ", new[] { view.From, IdeaWords.Supporters(idea, texts), IdeaWords.Status(idea, texts) }.OfType<string>())),
                .. Original(idea, texts),
                .. Affiliation(id, guessed, texts),
                .. Alike(id, alike, texts),
                Part.Heading(texts.Rich("Idea.StatusHeading")),
                new ChoiceSetInput(texts["Idea.StatusLabel"], [.. Choosable.Select(status => new Choice(texts[$"Idea.Status.{status}"], status.ToString()))])
                {
                    Id = "status",
                    Value = (idea.Status == IdeaStatus.Merged ? IdeaStatus.New : idea.Status).ToString(),
                    Style = "compact",
                },
                new TextInput(texts["Idea.LineLabel"]) { Id = "line", Value = idea.StatusLine, MaxLength = LongestLine, IsMultiline = true },
                Part.Note(texts.Rich(idea.Sender switch
                {
                    IdeaSender.OfMember => "Idea.HearsInTeams",
                    IdeaSender.ByMail { IsChecked: true } => "Idea.HearsByMail",
                    _ => "Idea.HearsNothing",
                })),
                Part.Buttons(SetStatus.Button(texts[idea.MergedInto is null ? "Idea.SaveStatus" : "Idea.SaveStatusApart"], new(id))),
                .. idea.MergedInto is not null ? Array.Empty<CardElement>() :
                [
                    Part.Heading(texts.Rich("Idea.AgendaHeading")),
                    new ChoiceSetInput(texts["Idea.AgendaLabel"], [new(texts["Idea.AgendaNone"], NoAgenda), .. gatherings]) { Id = "gathering", Value = idea.Agenda?.ToString() ?? NoAgenda, Style = "compact", Wrap = true },
                    Part.Buttons(PutOnAgenda.Button(texts["Idea.SaveAgenda"], new(id))),
                    Part.Heading(texts.Rich("Idea.MergeHeading")),
                    new TextInput(texts["Idea.MergeLabel"]) { Id = "into", Placeholder = "I-…", MaxLength = 12 },
                    Part.Buttons(AskMerge.Button(texts["Idea.AskMerge"], new(id))),
                ],
                Part.Buttons(
                    Hide.Button(texts[idea.IsHidden ? "Idea.Unhide" : "Idea.Hide"], new(id, !idea.IsHidden), withInputs: false),
                    IdeaCard.Show.Button(texts["Idea.Back"], new(id), withInputs: false),
                    IdeaListCard.Show.Button(texts["Idea.All"], new(), withInputs: false)),
            ],
            texts.Plain("Idea.FollowUpTitle", idea.Number))
        {
            Lang = texts.Lang,
        };
    }

    /// <summary>Both texts under each other, before they become one.</summary>
    /// <param name="idea">Which is merged.</param>
    /// <param name="into">With which.</param>
    /// <param name="texts">In the organiser's language.</param>
    public static AdaptiveCard RenderAsk(Idea idea, Idea into, Texts texts) =>
        new(
            [
                Part.Title(texts.Rich("Idea.MergeTitle", idea.Number.ToString(), into.Number.ToString())),
                Part.Heading(texts.Rich("Idea.Title", into.Number.ToString())),
                .. IdeaWords.Begin(into.Text),
                Part.Heading(texts.Rich("Idea.Title", idea.Number.ToString())),
                .. IdeaWords.Begin(idea.Text),
                new TextBlock(texts.Rich("Idea.MergeWhat", Whole(idea.Number), Whole(into.Number))) { Separator = true },
                Part.Buttons(
                    Merge.Button(texts["Idea.MergeYes"], new(idea.Id.ToString(), into.Number.ToString())),
                    Show.Button(texts["Idea.MergeNo"], new(idea.Id.ToString()))),
            ],
            texts.Plain("Idea.MergeTitle", idea.Number, into.Number))
        {
            Lang = texts.Lang,
        };

    // No line ends within a number.
    private static string Whole(IdeaNumber number) => number.ToString().Replace('-', '\u2011');

    // Not every mail program opens Graph's link to a mail (OfficeDev/office-js issue 1095), so words say where it is.
    private static IEnumerable<CardElement> Original(Idea idea, Texts texts)
    {
        var mail = idea.Original;
        if (mail is { HasAttachments: true }) yield return new TextBlock(texts.Rich("Idea.OriginalAttachments"));
        if (mail?.File is { } file) yield return Part.Note(texts.Rich("Idea.OriginalFile", file));
        if (mail?.Link is not { } link) yield break;
        yield return Part.Buttons(new OpenUrlButton(texts["Idea.OpenMail"], link.ToString()));
        yield return Part.Note(texts.Rich("Idea.FindMail", Moments.Of(idea.At, texts)));
    }

    private static IEnumerable<CardElement> Affiliation(string id, string? guessed, Texts texts) => guessed is null ? [] :
    [
        new TextBlock(texts.Rich("Idea.Guessed", guessed)),
        Part.Buttons(
            ConfirmAffiliation.Button(texts.Plain("Idea.GuessedRight", guessed), new(id, true), withInputs: false),
            ConfirmAffiliation.Button(texts["Idea.GuessedWrong"], new(id, false), withInputs: false)),
    ];

    private static IEnumerable<CardElement> Alike(string id, IReadOnlyList<IdeaNumber> alike, Texts texts) => alike.Count == 0 ? [] :
    [
        new TextBlock(texts.Rich("Idea.Alike")) { Weight = "bolder" },
        Part.Buttons([.. alike.Take(MostAlike).Select(other => AskMerge.Button(texts.Plain("Idea.MergeWith", other), new(id, other.ToString()), withInputs: false))]),
    ];
}
