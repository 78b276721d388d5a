using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Graph.Models;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Has Graph tell when a mail comes. What it tells is a hint and no more: whoever hears it looks into the mailbox, as they would have done a little later anyway.</summary>
/// <remarks>Row "mailbox" of the network: the subscription's id, its end, and the secret word by which we know that it is Graph who speaks.</remarks>
/// <param name="mailbox">With the permission Mail.ReadWrite.</param>
/// <param name="tables">Where the subscription is kept.</param>
/// <param name="endpoint">Our address, which Graph calls.</param>
/// <param name="clock">For its end.</param>
public sealed class MailboxSubscription(MailboxClient mailbox, ITables tables, Uri endpoint, TimeProvider clock)
{
    private const string Key = "mailbox";
    private const string Id = nameof(Id);
    private const string Secret = nameof(Secret);
    private const string Until = nameof(Until);
    private const string About = nameof(About);

    /// <summary>Graph's own limit for mail was 4,230 minutes and is said to be 10,080 now (learn: graph/api/resources/subscription): this is below both.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(2);

    private readonly ITable table = tables[TableNames.Network];
    private readonly Remembered<string, string> secrets = new(clock);

    private string What => $"{mailbox.Mailbox} {endpoint}";

    /// <summary>Makes it where there is none, and renews it long before it ends. May be repeated.</summary>
    /// <returns>When to come again.</returns>
    /// <exception cref="GraphException">Graph refused or did not answer.</exception>
    public async Task<DateTimeOffset> Keep(CancellationToken cancellationToken)
    {
        var row = await table.Get(Partition.Network, Key, cancellationToken);
        if (row?.Text(Id) is { } id && row.Text(About) == What)
        {
            var until = row.Moment(Until)!.Value;
            if (until - clock.GetUtcNow() > Lifetime / 2) return until - (Lifetime / 2);
            if (await Renew(id, cancellationToken) is { } renewed) return await Store(row, id, row.Text(Secret)!, renewed, cancellationToken);
        }

        // The word stands before Graph can speak it.
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await Store(row, null, secret, clock.GetUtcNow(), cancellationToken);
        secrets.Forget(Key);
        var made = await Make(secret, cancellationToken);
        return await Store(await table.Get(Partition.Network, Key, cancellationToken), made.Id, secret, made.ExpirationDateTime ?? clock.GetUtcNow() + Lifetime, cancellationToken);
    }

    /// <param name="notification">As it came in; anybody may have sent it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<HeardFromGraph> Hear(ReadOnlyMemory<byte> notification, CancellationToken cancellationToken)
    {
        var heard = HeardFromGraph.Nothing;
        foreach (var told in Read(notification))
        {
            if (!await IsGraph(told.ClientState, cancellationToken)) continue;
            heard = heard == HeardFromGraph.EndOfSubscription ? heard : HeardFromGraph.Mail;
            switch (told.LifecycleEvent)
            {
                case "subscriptionRemoved":
                    await End(gone: true, cancellationToken);
                    heard = HeardFromGraph.EndOfSubscription;
                    break;
                case "reauthorizationRequired":
                    await End(gone: false, cancellationToken);
                    heard = HeardFromGraph.EndOfSubscription;
                    break;
            }
        }

        return heard;
    }

    private async Task<Subscription> Make(string secret, CancellationToken cancellationToken)
    {
        var wanted = new Subscription
        {
            ChangeType = "created",
            Resource = $"users/{mailbox.Mailbox}/mailFolders('inbox')/messages",
            NotificationUrl = endpoint.ToString(),
            LifecycleNotificationUrl = endpoint.ToString(),
            ExpirationDateTime = clock.GetUtcNow() + Lifetime,
            ClientState = secret,
        };
        return await mailbox.Ask(_ => mailbox.Graph.Subscriptions.PostAsync(wanted, cancellationToken: cancellationToken), cancellationToken) is { Id: not null } made
            ? made
            : throw new GraphException(null, null, "Microsoft Graph made a subscription without an id.");
    }

    /// <summary>Also what Graph asks for as reauthorization (learn: graph/change-notifications-lifecycle-events).</summary>
    /// <returns>When it ends now; null where it is gone.</returns>
    private async Task<DateTimeOffset?> Renew(string id, CancellationToken cancellationToken)
    {
        try
        {
            var longer = new Subscription { ExpirationDateTime = clock.GetUtcNow() + Lifetime };
            var renewed = await mailbox.Ask(_ => mailbox.Graph.Subscriptions[id].PatchAsync(longer, cancellationToken: cancellationToken), cancellationToken);
            return renewed?.ExpirationDateTime ?? longer.ExpirationDateTime;
        }
        catch (GraphException fault) when (fault.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }

    private async Task End(bool gone, CancellationToken cancellationToken)
    {
        if (await table.Get(Partition.Network, Key, cancellationToken) is not { } row || row.Text(Id) is not { } id) return;
        await Store(row, gone ? null : id, row.Text(Secret)!, clock.GetUtcNow(), cancellationToken);
    }

    private async Task<DateTimeOffset> Store(Row? old, string? id, string secret, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var row = Row.Of(Partition.Network, Key, (Id, id), (Secret, secret), (Until, until.ToUniversalTime()), (About, What));
        if (!await table.Write([RowChange.Put(row, old)], cancellationToken)) throw new StorageFaultException("Somebody else keeps the subscription too.");
        return until - (Lifetime / 2);
    }

    private async Task<bool> IsGraph(string? spoken, CancellationToken cancellationToken)
    {
        if (spoken is null) return false;
        var secret = await secrets.Get(Key, async token => (await table.Get(Partition.Network, Key, token))?.Text(Secret), cancellationToken);
        return secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(spoken), Encoding.UTF8.GetBytes(secret));
    }

    private static List<(string? ClientState, string? LifecycleEvent)> Read(ReadOnlyMemory<byte> notification)
    {
        try
        {
            return JsonNode.Parse(notification.Span) is JsonObject all && all["value"] is JsonArray told ? [.. told.OfType<JsonObject>().Select(one => (Text(one["clientState"]), Text(one["lifecycleEvent"])))] : [];
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or InvalidOperationException)
        {
            // JSON that no reader takes: a name twice, or half a letter, only shows when it is looked at.
            return [];
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}

public enum HeardFromGraph
{
    /// <summary>Nothing that Graph said.</summary>
    Nothing,

    /// <summary>Something may have come; also where Graph missed telling it.</summary>
    Mail,

    /// <summary>The same, and <see cref="MailboxSubscription.Keep"/> has something to do.</summary>
    EndOfSubscription,
}
