using LeerkringBot.Cards;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Web;

/// <summary>What somebody sees who opens the link in the answer to their mail.</summary>
internal static class IdeaPage
{
    /// <param name="ideas">Those of one mail; null where withdrawn.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="mailbox">For questions; may be empty.</param>
    /// <param name="texts">In the reader's language.</param>
    public static string Body(IReadOnlyList<(IdeaId Id, Idea? Idea)> ideas, IdeaPageNotice? notice, string mailbox, Texts texts) => $"""
        {(notice is null ? "" : $"""<p class="state" role="status">{Html.Encode(notice.Text)}</p>""")}
        {Html.Paragraph(texts["IdeaPage.Explanation"])}
        {string.Concat(ideas.Select(one => Section(one.Id, one.Idea, notice?.Idea == one.Id ? notice.Typed : null, texts)))}
        {(mailbox.Length > 0 ? Html.Paragraph(texts.Plain("Page.Questions", mailbox)) : "")}
        """;

    private static string Section(IdeaId id, Idea? idea, string? typed, Texts texts) => $"""
        <section>
        <h2>{Html.Encode(texts.Plain("IdeaPage.Idea", id.Number))}</h2>
        {(idea is null ? Html.Paragraph(texts.Plain("IdeaPage.Withdrawn", id.Number)) : Form(idea, typed, texts))}
        </section>

        """;

    private static string Form(Idea idea, string? typed, Texts texts)
    {
        // Nobody acts in the name of who had themselves deleted.
        if (idea.Sender is IdeaSender.Forgotten) return Html.Paragraph(texts["IdeaPage.NotTheirs"]);
        var status = Html.Paragraph(texts.Plain("IdeaPage.Status", texts[$"Idea.Status.{idea.Status}"])) + (idea.StatusLine.Length > 0 ? Html.Paragraph(idea.StatusLine) : "");
        var hidden = $"""<input type="hidden" name="{IdeaPages.Idea}" value="{idea.Id}">""";
        var withdraw = $"""<button class="plain" name="{IdeaPages.Withdraw}" value="ja" formnovalidate>{Html.Encode(texts["IdeaPage.Withdraw"])}</button>""";
        if (!OwnIdeaRules.CanChange(idea))
            return $"""
                {status}<p class="text" lang="nl">{Html.Encode(idea.Text)}</p>
                {Html.Paragraph(texts["IdeaPage.Settled"])}
                <form method="post">{hidden}{withdraw}</form>
                """;
        // The first line break after a textarea's tag is the tag's own.
        return $"""
            {status}<form method="post">{hidden}
            <label for="t-{idea.Number}">{Html.Encode(texts.Plain("IdeaPage.Text", IdeaText.Longest))}</label>
            <textarea id="t-{idea.Number}" name="{IdeaPages.Text}" rows="6" required>
            {Html.Encode(typed ?? idea.Text)}</textarea>
            {(idea.Sender.HasName ? ShowName(idea, texts) : "")}
            <button>{Html.Encode(texts["IdeaPage.Save"])}</button>
            {withdraw}
            </form>
            """;
    }

    private static string ShowName(Idea idea, Texts texts) =>
        $"""<label class="choice"><input type="checkbox" name="{IdeaPages.ShowsName}" value="ja"{(idea.ShowsName ? " checked" : "")}> {Html.Encode(texts["IdeaPage.ShowName"])}</label>""";
}
