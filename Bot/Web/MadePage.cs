using LeerkringBot.Cards;

namespace LeerkringBot.Bot.Web;

/// <summary>A page made for the one who has its link: kept by nobody, shown in nothing else, and it tells no other site where it was.</summary>
internal static class MadePage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>What the browser asks for: Dutch, unless it would rather have English.</summary>
    public static Texts TextsFor(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .FirstOrDefault(language => language.StartsWith("nl", StringComparison.OrdinalIgnoreCase) || language.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true
            ? Texts.English
            : Texts.Dutch;

    /// <param name="response">Gets the headers that go with it.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML.</param>
    /// <param name="texts">In its language.</param>
    /// <param name="status">Of HTTP.</param>
    public static IResult Show(HttpResponse response, string title, string body, Texts texts, int status = StatusCodes.Status200OK) => Whole(
        response,
        Html.Fill(
            Pages.Layout,
            ("lang", texts.Lang),
            ("title", Html.Encode(title)),
            ("nav", Html.Encode(texts["Page.Pages"])),
            ("links", Pages.Menu(texts.Lang)),
            ("body", body)),
        status);

    public static IResult Whole(HttpResponse response, string html, int status = StatusCodes.Status200OK)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    public static IResult NotFound(HttpResponse response, string mailbox, Texts texts) => Show(
        response,
        texts["Page.GoneTitle"],
        Html.Paragraph(texts["Page.Gone"]) + (mailbox.Length > 0 ? Html.Paragraph(texts.Plain("Page.Questions", mailbox)) : ""),
        texts,
        StatusCodes.Status404NotFound);

    /// <summary>Storage did not answer: the same again, with one button.</summary>
    /// <param name="response">Gets the headers.</param>
    /// <param name="method">Of what failed: "get" or "post".</param>
    /// <param name="button">What stood on the button.</param>
    /// <param name="texts">In its language.</param>
    public static IResult Fault(HttpResponse response, string method, string button, Texts texts) => Show(
        response,
        texts["Page.FaultTitle"],
        $"""{Html.Paragraph(texts["Page.Fault"])}<form method="{method}"><button>{Html.Encode(button)}</button></form>""",
        texts,
        StatusCodes.Status503ServiceUnavailable);
}
