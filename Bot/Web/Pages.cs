using System.Net;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>The privacy statement, the terms and the accessibility statement: plain HTML that needs nothing else.</summary>
public static class Pages
{
    private static readonly string Layout = Read("Layout.html");

    public static IEndpointRouteBuilder MapPages(this IEndpointRouteBuilder endpoints)
    {
        foreach (var page in Page.All)
        {
            var template = Template(page);
            endpoints.MapGet(page.Path, async (INetwork network, HttpResponse response, CancellationToken cancellationToken) =>
            {
                response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
                response.Headers.XContentTypeOptions = "nosniff";
                response.Headers["Referrer-Policy"] = "no-referrer";
                return Results.Content(Fill(template, await network.Current(cancellationToken), page.Lang), "text/html; charset=utf-8");
            });
        }

        return endpoints;
    }

    private static string Template(Page page) => Layout
        .Replace("{lang}", page.Lang, StringComparison.Ordinal)
        .Replace("{title}", page.Title, StringComparison.Ordinal)
        .Replace("{nav}", page.Lang == "nl" ? "Bladzijden" : "Pages", StringComparison.Ordinal)
        .Replace("{links}", string.Concat(Page.All.Where(other => other.Lang == page.Lang).Append(page.InOtherLanguage).Select(other => Link(other, page))), StringComparison.Ordinal)
        .Replace("{body}", Read($"{page.Name}.{page.Lang}.html"), StringComparison.Ordinal);

    private static string Link(Page to, Page from)
    {
        if (to == from) return $"""<li><a href="{to.Path}" aria-current="page">{to.Title}</a></li>""";
        if (to.Lang == from.Lang) return $"""<li><a href="{to.Path}">{to.Title}</a></li>""";
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

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Pages).Assembly.GetManifestResourceStream($"Web/{name}")!);
        return reader.ReadToEnd();
    }
}
