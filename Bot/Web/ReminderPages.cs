using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Domain.Reminders;

namespace LeerkringBot.Bot.Web;

/// <summary>/herinneringen/{word}: the page behind the link below a reminder by mail, where one ends them and brings them back. Looking changes nothing.</summary>
/// <remarks>Who has the sealed word may act, as on <see cref="RegistrationPages"/>.</remarks>
public sealed class ReminderPages(Links links, IMembers members, MuteReminders mute, IMutedAddresses muted, INetwork network)
{
    internal const string Off = "uit";
    internal const string On = "aan";

    public Task<IResult> Look(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, null, cancellationToken);

    public Task<IResult> Act(string word, HttpRequest request, CancellationToken cancellationToken) =>
        Answer(word, request, request.Query.ContainsKey(Off) ? true : request.Query.ContainsKey(On) ? false : null, cancellationToken);

    /// <param name="word">Sealed.</param>
    /// <param name="request">In whose language it is answered.</param>
    /// <param name="wantsNone">What they decide now, or null.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private async Task<IResult> Answer(string word, HttpRequest request, bool? wantsNone, CancellationToken cancellationToken)
    {
        var (response, texts) = (request.HttpContext.Response, MadePage.TextsFor(request));
        try
        {
            var mailbox = (await network.Current(cancellationToken)).Mailbox;
            if (await links.OpenReminders(word, cancellationToken) is not { } who) return MadePage.NotFound(response, mailbox, texts);
            if (wantsNone is { } decided) await Set(who, decided, cancellationToken);
            return await WantsNone(who, cancellationToken) is { } none
                ? MadePage.Show(response, texts["Reminder.Settings"], Body(none, mailbox, texts), texts)
                : MadePage.NotFound(response, mailbox, texts);
        }
        catch (StorageFaultException)
        {
            return MadePage.Fault(response, request.Method, texts[wantsNone switch { true => "Reminder.Mute", false => "Reminder.Unmute", _ => "TryAgain" }], texts);
        }
    }

    private Task Set(Reminded who, bool wantsNone, CancellationToken cancellationToken) => who switch
    {
        Reminded.OfMember of => mute.Set(of.Member, wantsNone, cancellationToken),
        Reminded.OfAddress of => muted.Set(of, wantsNone, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };

    /// <returns>Null where they aren't a member any more.</returns>
    private async Task<bool?> WantsNone(Reminded who, CancellationToken cancellationToken) => who switch
    {
        Reminded.OfMember of => (await members.Find(of.Member, cancellationToken))?.WantsNoReminders,
        Reminded.OfAddress of => await muted.Include(of, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(who)),
    };

    private static string Body(bool wantsNone, string mailbox, Texts texts) => $"""
        <p class="state" role="status">{Html.Encode(texts[wantsNone ? "Reminder.Muted" : "Reminder.Unmuted"])}</p>
        {Html.Paragraph(texts[wantsNone ? "Reminder.PageMuted" : "Reminder.PageUnmuted"])}
        <form method="post" action="?{(wantsNone ? On : Off)}"><button>{Html.Encode(texts[wantsNone ? "Reminder.Unmute" : "Reminder.Mute"])}</button></form>
        {(mailbox.Length > 0 ? Html.Paragraph(texts.Plain("Page.Questions", mailbox)) : "")}
        """;
}
