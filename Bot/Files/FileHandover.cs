using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Web;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Files;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>Hands somebody a file: Teams asks whether it may stand in their OneDrive, and a link that lives ten minutes is always there too, because guests and other clients have no OneDrive here.</summary>
public sealed class FileHandover(FileTickets tickets, IFileConsent consent, Links links, TimeProvider clock) : IFeature
{
    public static TimeSpan LinkLifetime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Teams keeps the question in the chat; an old one is answered with how to ask anew.</summary>
    public static TimeSpan ConsentLifetime { get; } = TimeSpan.FromDays(1);

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(FileCard.Again, (click, cancellationToken) => Offer(click.Who, click.Data.Kind, click.Data.Subject, click.Texts, cancellationToken)),
    ];

    /// <param name="who">Who asked for it; whether they may have it is the kind's to say.</param>
    /// <param name="kind">Of an <see cref="IFileKind"/>.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="texts">In the person's language.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    public async Task<Reply> Offer(Person who, string kind, string subject, Texts texts, CancellationToken cancellationToken)
    {
        await who.Member;
        if (await tickets.Make(kind, subject, who.Id, cancellationToken) is not { } file) return new Reply.Start(texts["File.Unknown"]);
        var ticket = new FileTicket(kind, subject, who.Id, clock.GetUtcNow() + LinkLifetime);
        var link = links.File(await tickets.Seal(ticket, cancellationToken));
        var asked = await consent.Ask(who.Id, file, await tickets.Seal(ticket with { Until = clock.GetUtcNow() + ConsentLifetime }, cancellationToken), texts, cancellationToken);
        return FileCard.Render(file.Name, file.Content.Length, link, new(kind, subject), asked, texts);
    }
}
