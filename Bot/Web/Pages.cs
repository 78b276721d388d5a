using System.Net;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>The privacy statement, the terms and the accessibility statement: plain HTML that needs nothing else.</summary>
public static class Pages
{
    internal static readonly string Layout = Read("Layout.html");

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        foreach (var page in Page.All)
        {
            var template = Template(page);
            endpoints.MapGet(page.Path, (INetwork network, HttpResponse response, CancellationToken cancellationToken) =>
                Show(template, StatusCodes.Status200OK, network, response, page.Lang, cancellationToken));
        }

        return endpoints;
    }

    /// <summary>A page that stands in no menu.</summary>
    /// <param name="title">Dutch.</param>
    /// <param name="name">Of its embedded text.</param>
    internal static string Template(string title, string name) => Template(title, "nl", name, Menu("nl"));

    /// <summary>The links to the pages of one language, for a page that is none of them.</summary>
    internal static string Menu(string lang) => string.Concat(Page.All.Where(page => page.Lang == lang).Select(page => Link(page, null)));

    internal static async Task<IResult> Show(string template, int status, INetwork network, HttpResponse response, string lang, CancellationToken cancellationToken)
    {
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return Results.Content(Fill(template, await network.Current(cancellationToken), lang), "text/html; charset=utf-8", statusCode: status);
    }

    private static string Template(Page page) => Template(
        page.Title, page.Lang, page.Name, string.Concat(Page.All.Where(other => other.Lang == page.Lang).Append(page.InOtherLanguage).Select(other => Link(other, page))));

    private static string Template(string title, string lang, string name, string links) => Layout
        .Replace("{lang}", lang, StringComparison.Ordinal)
        .Replace("{title}", title, StringComparison.Ordinal)
        .Replace("{nav}", lang == "nl" ? "Bladzijden" : "Pages", StringComparison.Ordinal)
        .Replace("{links}", links, StringComparison.Ordinal)
        .Replace("{body}", Read($"{name}.{lang}.html"), StringComparison.Ordinal);

    private static string Link(Page to, Page? from)
    {
        if (to == from) return $"""<li><a href="{to.Path}" aria-current="page">{to.Title}</a></li>""";
        if (from is null || to.Lang == from.Lang) return $"""<li><a href="{to.Path}">{to.Title}</a></li>""";
        return $"""<li><a href="{to.Path}" lang="{to.Lang}" hreflang="{to.Lang}">{(to.Lang == "en" ? "English" : "Nederlands")}</a></li>""";
    }

    private static string Fill(string template, Network network, string lang)
    {
        var name = network.Name.Length > 0 ? network.Name : lang == "nl" ? "het leernetwerk" : "the learning network";
        var mailbox = WebUtility.HtmlEncode(network.Mailbox);
        return template
            .Replace("{network}", WebUtility.HtmlEncode(name), StringComparison.Ordinal)
            .Replace("{mailbox}", mailbox.Length > 0 ? $"""<a href="mailto:{mailbox}">{mailbox}</a>""" : lang == "nl" ? "het secretariaat" : "the secretariat", StringComparison.Ordinal);
    }

    internal static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Pages).Assembly.GetManifestResourceStream($"Web/{name}")!);
        return reader.ReadToEnd();
    }
}
