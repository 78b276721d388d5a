using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Web;

/// <summary>/aanmelding/{word}: the page behind the link in a mail. Looking changes nothing, so a scanner that follows links does no harm; only the page's buttons act.</summary>
/// <remarks>Who has the sealed word may cancel: it stands in that person's mail, and on the card of the colleague who may cancel for them. There is no cookie, so no other site can borrow anybody's right; an antiforgery token would guard nothing.</remarks>
public sealed class RegistrationPages(
    Links links,
    IGatherings gatherings,
    IRegistrationStore registrations,
    BringColleagues colleagues,
    ForgetGuest forget,
    INetwork network,
    SharedCardRefresh shared,
    TimeProvider clock)
{
    internal const string Delete = "verwijder";
    internal const string Accept = "neem";

    public Task<IResult> Look(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, (_, _) => Task.CompletedTask, cancellationToken);

    public Task<IResult> Act(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, async (gathering, member) =>
        {
            if (request.Query.ContainsKey(Delete)) await forget.Forget(gathering, member, cancellationToken);
            else if (request.Query.ContainsKey(Accept)) await colleagues.AcceptAsGuest(gathering, member, cancellationToken);
            else await colleagues.CancelAsGuest(gathering, member, cancellationToken);
            shared.Changed(InvitationContent.Of(gathering));
        }, cancellationToken);

    private async Task<IResult> Answer(string word, HttpRequest request, Func<GatheringId, MemberId, Task> act, CancellationToken cancellationToken)
    {
        var (response, texts) = (request.HttpContext.Response, MadePage.TextsFor(request));
        try
        {
            if (await links.OpenRegistration(word, cancellationToken) is not var (id, member)) return await NotFound(response, texts, cancellationToken);
            await act(id, member);
            if (await registrations.Read(id, member, cancellationToken) is not var (sheet, mine)
                || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } gathering) return await NotFound(response, texts, cancellationToken);
            var calendar = await links.Calendar(id, member, cancellationToken);
            return MadePage.Show(response, texts["Page.Title"], RegistrationPage.Body(gathering, sheet, mine, member, calendar, clock.GetUtcNow(), texts), texts);
        }
        catch (StorageFaultException)
        {
            var button = HttpMethods.IsGet(request.Method) ? "TryAgain"
                : request.Query.ContainsKey(Delete) ? "Page.Delete"
                : request.Query.ContainsKey(Accept) ? "Registration.Accept"
                : "Page.Cancel";
            return MadePage.Fault(response, request.Method, texts[button], texts);
        }
    }

    private async Task<IResult> NotFound(HttpResponse response, Texts texts, CancellationToken cancellationToken) =>
        MadePage.NotFound(response, (await network.Current(cancellationToken)).Mailbox, texts);
}
