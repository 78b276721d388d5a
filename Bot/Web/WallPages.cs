using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using QRCoder;

namespace LeerkringBot.Bot.Web;

/// <summary>/wand/{word}: what an organiser shows on the wall, so that people check in with their own phone. Dutch, as all that a group sees together.</summary>
public sealed class WallPages(Links links, IGatherings gatherings, IRegistrationStore registrations, IChatLink chat, INetwork network, TimeProvider clock)
{
    private static readonly string Layout = Pages.Read("Wall.html");

    public async Task<IResult> Look(string word, HttpResponse response, CancellationToken cancellationToken)
    {
        var texts = Texts.Dutch;
        try
        {
            if (await links.OpenWall(word, cancellationToken) is not { } id
                || await registrations.Sheet(id, cancellationToken) is not { } sheet
                || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } gathering)
                return MadePage.NotFound(response, (await network.Current(cancellationToken)).Mailbox, texts);
            return MadePage.Whole(response, Html.Fill(Layout, ("lang", texts.Lang), ("title", Html.Encode(gathering.Title)), ("body", Body(gathering, sheet, texts))));
        }
        catch (StorageFaultException)
        {
            return MadePage.Fault(response, HttpMethods.Get, texts["TryAgain"], texts);
        }
    }

    private string Body(Gathering gathering, RegistrationSheet sheet, Texts texts)
    {
        var now = clock.GetUtcNow();
        if (gathering.Cancellation is not null) return Html.Paragraph(texts["Page.Cancelled"]);
        if (now >= gathering.EndsAt) return Html.Paragraph(texts["Wall.Over"]) + Present(sheet, texts);

        var words = texts.Plain("Wall.Words", AttendanceRules.Code(sheet));
        var link = chat.WithDraft(words);
        return $"""
            <div class="code" role="img" aria-label="{Html.Encode(texts.Plain("Wall.Alt", words))}">{Draw(link ?? words)}</div>
            <div class="words">
            {Html.Paragraph(texts[link is null ? "Wall.ScanTrial" : "Wall.Scan"])}
            {Html.Paragraph(texts["Wall.Type"])}
            <p class="word">{Html.Encode(words)}</p>
            {(AttendanceRules.IsOpen(sheet, now) ? "" : Html.Paragraph(texts.Plain("Wall.From", texts.Day(gathering.Date, DutchTime.DayOf(now).Year), texts.Time(TimeOnly.FromDateTime(DutchTime.WallClock(sheet.StartsAt - AttendanceRules.Early))))))}
            {Present(sheet, texts)}
            </div>
            """;
    }

    private static string Present(RegistrationSheet sheet, Texts texts) =>
        $"""<p class="present">{Html.Encode(texts.Plain("Wall.Present", sheet.Present, texts.Count("Participants", sheet.Participants)))}</p>""";

    private static string Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
