using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Cards.Ideas;

/// <summary>The ideas, newest first, ten at a time, with what one wants to see of them.</summary>
public static class IdeaListCard
{
    public static readonly CardAction<ListData> Show = new("idea.list");
    public static readonly CardAction<SupportData> Support = new("idea.list-support");
    public static readonly CardAction<SupportData> Unsupport = new("idea.list-unsupport");

    /// <summary>Stands for all gatherings, or all themes.</summary>
    public const string All = "all";

    /// <param name="Page">0 is the first.</param>
    /// <param name="About">The key of a <see cref="Subject"/>, or <see cref="All"/>.</param>
    /// <param name="Theme">One that there is, or <see cref="All"/>.</param>
    /// <param name="Words">As typed.</param>
    public sealed record ListData(int Page = 0, string? About = null, string? Theme = null, string? Words = null);

    /// <param name="Idea">The <see cref="IdeaId"/> as text.</param>
    /// <param name="Page">0 is the first.</param>
    /// <param name="About">As in <see cref="ListData"/>, and so are the others.</param>
    public sealed record SupportData(string Idea, int Page = 0, string? About = null, string? Theme = null, string? Words = null);

    /// <param name="page">Which ideas there are.</param>
    /// <param name="shown">Those of the page as the person may see them.</param>
    /// <param name="asked">What the person wanted to see.</param>
    /// <param name="subjects">What ideas are about.</param>
    /// <param name="sendsDigest">For organisers: whether the ideas of a week go out by themselves. Null for everybody else.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="texts">In the person's language.</param>
    public static AdaptiveCard Render(IdeaPage page, IReadOnlyList<IdeaView> shown, ListData asked, IReadOnlyList<Choice> subjects, bool? sendsDigest, string? notice, Texts texts)
    {
        var filtered = asked with { Page = 0 } != new ListData();
        return new(
            [
                .. notice is null ? Array.Empty<CardElement>() : [Part.Notice(notice, "accent")],
                Part.Title(texts["Idea.ListTitle"]),
                new TextBlock(page.Total == 0 ? texts[filtered ? "Idea.NoneFound" : "Idea.NoneYet"] : texts.Count("Idea.Total", page.Total)),
                .. shown.Select(view => Item(view, asked, texts)),
                .. Pages(page, asked, texts),
                .. Search(page, asked, subjects, filtered, texts),
                .. sendsDigest is { } isOn ? Organisers(page, isOn, texts) : [],
            ],
            texts["Idea.ListTitle"])
        {
            Lang = texts.Lang,
        };
    }

    private static Container Item(IdeaView view, ListData asked, Texts texts)
    {
        var idea = view.Idea;
        var data = new SupportData(idea.Id.ToString(), asked.Page, asked.About, asked.Theme, asked.Words);
        return new(
        [
            .. IdeaWords.Begin(idea.Text),
            Part.Note(string.Join(" · ", new[]
            {
                idea.Number.ToString(),
                view.IsMine ? texts["Idea.Yours"] : view.From,
                view.About,
                idea.Theme.Length > 0 ? idea.Theme : null,
                IdeaWords.Supporters(idea, texts),
                texts[$"Idea.Status.{idea.Status}"],
                idea.IsHidden ? texts["Idea.HiddenShort"] : null,
            }.OfType<string>())),
            Part.Buttons(
            [
                .. view.IsMine || idea.IsHidden ? Array.Empty<CardButton>() :
                    [view.Supports ? Unsupport.Button(texts["Idea.Unsupport"], data, withInputs: false) : Support.Button(texts["Idea.Support"], data, withInputs: false)],
                IdeaCard.Show.Button(texts[IdeaWords.IsLong(idea.Text) ? "Idea.ReadOn" : "Idea.Look"], new(idea.Id.ToString()), withInputs: false),
                .. view.IsOrganiser ? [IdeaFollowUpCard.Show.Button(texts["Idea.FollowUp"], new(idea.Id.ToString()), withInputs: false)] : Array.Empty<CardButton>(),
            ]),
        ])
        {
            Separator = true,
            Spacing = "medium",
        };
    }

    private static IEnumerable<CardElement> Pages(IdeaPage page, ListData asked, Texts texts)
    {
        var last = Math.Max(0, (page.Total - 1) / FindIdeas.PageSize);
        if (last == 0) yield break;
        yield return Part.Note(texts.Rich("Idea.Page", page.Number + 1, last + 1));
        yield return Part.Buttons(
        [
            .. page.Number < last ? [Show.Button(texts["Idea.Older"], asked with { Page = page.Number + 1 }, withInputs: false)] : Array.Empty<CardButton>(),
            .. page.Number > 0 ? [Show.Button(texts["Idea.Newer"], asked with { Page = page.Number - 1 }, withInputs: false)] : Array.Empty<CardButton>(),
        ]);
    }

    private static IEnumerable<CardElement> Organisers(IdeaPage page, bool sendsDigest, Texts texts) =>
    [
        Part.Note(texts.Rich(sendsDigest ? "Idea.WeeklyIsOn" : "Idea.WeeklyIsOff")) with { Separator = true },
        Part.Buttons(
        [
            .. page.Total > 0 ? [IdeaExportAction.Export.Button(texts["Idea.Export"], new(), withInputs: false)] : Array.Empty<CardButton>(),
            IdeaDigestCard.Weekly.Button(texts[sendsDigest ? "Idea.WeeklyOff" : "Idea.WeeklyOn"], new(!sendsDigest), withInputs: false),
        ]),
    ];

    private static IEnumerable<CardElement> Search(IdeaPage page, ListData asked, IReadOnlyList<Choice> subjects, bool filtered, Texts texts)
    {
        if (page.Total > 1 || filtered)
        {
            yield return new TextInput(texts["Idea.WordsLabel"]) { Id = "words", Value = asked.Words, MaxLength = 100, Separator = true, Spacing = "medium" };
            if (subjects.Count > 0)
                yield return new ChoiceSetInput(texts["Idea.AboutFilter"], [new(texts["Idea.AllSubjects"], All), .. subjects]) { Id = "about", Value = asked.About ?? All, Style = "compact", Wrap = true };
            if (!page.Themes.IsEmpty)
                yield return new ChoiceSetInput(texts["Idea.ThemeFilter"], [new(texts["Idea.AllThemes"], All), .. page.Themes.Select(theme => new Choice(theme, theme))]) { Id = "theme", Value = asked.Theme ?? All, Style = "compact", Wrap = true };
        }

        yield return Part.Buttons(
        [
            .. page.Total > 1 || filtered ? [Show.Button(texts["Idea.Search"], new())] : Array.Empty<CardButton>(),
            .. filtered ? [Show.Button(texts["Idea.ShowAll"], new(), withInputs: false)] : Array.Empty<CardButton>(),
            IdeaFormCard.Open.Button(texts["Idea.Share"], new(), withInputs: false),
        ]);
    }
}
