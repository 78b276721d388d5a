using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Web;

/// <summary>Pages that say why something is not there, in both languages: nothing tells which one the visitor reads.</summary>
public static class Notices
{
    private static readonly string GonePage = Pages.Template("Dit bestand is er niet meer", "file-gone");

    public static Task<IResult> Gone(INetwork network, HttpResponse response, int status, CancellationToken cancellationToken) =>
        Pages.Show(GonePage, status, network, response, "nl", cancellationToken);
}
