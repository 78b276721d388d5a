using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>How members and channels are reached: rows "m|member" and "c|channel".</summary>
/// <remarks>What this instance has stored or read is remembered for a while, so that an activity that brings nothing new costs no storage.</remarks>
public sealed class ConversationStore(ITables tables, TimeProvider clock)
{
    /// <summary>Who is in the network, not everybody whom a broadcast may reach.</summary>
    private const int MostRemembered = 2_000;
    private const string Left = "HasLeft";

    private readonly ITable table = tables[TableNames.Conversations];
    private readonly Remembered<MemberId, PersonalConversation> remembered = new(clock, Lifetime, MostRemembered);
    private readonly Remembered<ChannelId, ChannelConversation> channels = new(clock, Lifetime);

    /// <summary>After this a removal by another instance is noticed.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);

    /// <summary>True where storing it again would change nothing, as far as this instance knows.</summary>
    public bool Knows(PersonalConversation conversation) => remembered.Find(conversation.Member) == conversation;

    public bool Knows(MemberId member) => remembered.Find(member) is not null;

    public bool Knows(ChannelId channel) => channels.Find(channel) is not null;

    public async Task<PersonalConversation?> Find(MemberId member, CancellationToken cancellationToken)
    {
        var row = await table.Get(Partition.Network, MemberKey(member), cancellationToken);
        return row is null || IsMark(row) ? null : remembered.Keep(member, Personal(member, row));
    }

    public async Task<ChannelConversation?> Find(ChannelId channel, CancellationToken cancellationToken)
    {
        return await channels.Get(channel, async token => await table.Get(Partition.Network, ChannelKey(channel), token) is { } row ? Channel(channel, row) : null, cancellationToken);
    }

    /// <summary>Stores what is new. A conversation without its id doesn't replace one that has it.</summary>
    public async Task Store(PersonalConversation conversation, CancellationToken cancellationToken)
    {
        var wanted = conversation;
        await Put(MemberKey(conversation.Member), old =>
        {
            var stored = old is null || IsMark(old) ? null : Personal(conversation.Member, old);
            wanted = conversation with { ConversationId = conversation.ConversationId ?? stored?.ConversationId };
            // Whom only a team tells us of again has not come back.
            return wanted == stored ? null : Of(wanted, hasLeft: wanted.ConversationId is null && old?.Flag(Left) is true);
        }, cancellationToken);
        remembered.Keep(wanted.Member, wanted);
    }

    /// <summary>Notes the chat that came with an installation. What the member's own activities told goes before.</summary>
    /// <returns>As it stands now.</returns>
    public async Task<PersonalConversation> StoreChat(PersonalConversation conversation, CancellationToken cancellationToken)
    {
        var standing = conversation;
        await Put(MemberKey(conversation.Member), old =>
        {
            var stored = old is null || IsMark(old) ? conversation with { ConversationId = null } : Personal(conversation.Member, old);
            standing = stored with { ConversationId = stored.ConversationId ?? conversation.ConversationId };
            return stored.ConversationId is null ? Of(standing) : null;
        }, cancellationToken);
        return remembered.Keep(standing.Member, standing);
    }

    /// <summary>Whom we know how to reach.</summary>
    public async Task<IReadOnlySet<MemberId>> Members(CancellationToken cancellationToken)
    {
        var found = new HashSet<MemberId>();
        await foreach (var row in table.Begins(Partition.Network, "m|", cancellationToken, "UserId"))
            if (!IsMark(row)) found.Add(new MemberId(row.RowKey[2..]));
        return found;
    }

    /// <summary>The personal chat is gone; how to make a new one stays known.</summary>
    public async Task ForgetChat(MemberId member, CancellationToken cancellationToken)
    {
        remembered.Forget(member);
        await Put(MemberKey(member), old => old?.Text("ConversationId") is null ? null : Of(Personal(member, old) with { ConversationId = null }), cancellationToken);
    }

    public async Task<IReadOnlyList<ChannelConversation>> Channels(CancellationToken cancellationToken)
    {
        var found = new List<ChannelConversation>();
        await foreach (var row in table.Begins(Partition.Network, "c|", cancellationToken))
            found.Add(Channel(new ChannelId(row.RowKey[2..]), row));
        return found;
    }

    public async Task Store(ChannelConversation channel, CancellationToken cancellationToken)
    {
        await Put(ChannelKey(channel.Id), old => old is not null && Channel(channel.Id, old) == channel ? null : Of(channel), cancellationToken);
        channels.Keep(channel.Id, channel);
    }

    /// <summary>The member has removed the bot: only that is kept, so that it isn't installed for them again.</summary>
    public async Task Leave(MemberId member, CancellationToken cancellationToken)
    {
        remembered.Forget(member);
        // Of whom we knew nothing, nothing is kept: they may be forgotten.
        await Put(MemberKey(member), old => old is null || IsMark(old) ? null : Row.Of(Partition.Network, MemberKey(member), (Left, true)), cancellationToken);
    }

    /// <summary>Whether the member removed the bot and did not come back.</summary>
    public async Task<bool> HasLeft(MemberId member, CancellationToken cancellationToken) =>
        (await table.Get(Partition.Network, MemberKey(member), cancellationToken))?.Flag(Left) is true;

    /// <summary>Nothing is kept of the member.</summary>
    public Task Remove(MemberId member, CancellationToken cancellationToken)
    {
        remembered.Forget(member);
        return Delete(MemberKey(member), cancellationToken);
    }

    public Task Remove(ChannelId channel, CancellationToken cancellationToken)
    {
        channels.Forget(channel);
        return Delete(ChannelKey(channel), cancellationToken);
    }

    private Task<bool> Delete(string key, CancellationToken cancellationToken) =>
        table.Write([new RowChange.Delete(Row.Of(Partition.Network, key))], cancellationToken);

    private async Task Put(string key, Func<Row?, Row?> change, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 5; tries++)
        {
            var old = await table.Get(Partition.Network, key, cancellationToken);
            if (change(old) is not { } row) return;
            if (await table.Write([RowChange.Put(row, old)], cancellationToken)) return;
        }

        throw new StorageFaultException("A conversation kept changing while it was written.");
    }

    private static bool IsMark(Row row) => row.Text("UserId") is null;

    private static string MemberKey(MemberId member) => $"m|{member}";

    private static string ChannelKey(ChannelId channel) => $"c|{channel}";

    private static PersonalConversation Personal(MemberId member, Row row) =>
        new(member, row.Text("ServiceUrl")!, row.Text("TenantId")!, row.Text("UserId")!, row.Text("BotId")!, row.Text("ConversationId"));

    private static ChannelConversation Channel(ChannelId channel, Row row) =>
        new(channel, row.Text("ServiceUrl")!, row.Text("TenantId")!, row.Text("BotId")!, row.Text("TeamId")!, row.Text("TeamName")!, row.Text("TeamsChannelId")!, row.Text("ChannelName")!);

    private static Row Of(PersonalConversation conversation, bool hasLeft = false) => Row.Of(Partition.Network, MemberKey(conversation.Member),
        ("ServiceUrl", conversation.ServiceUrl),
        ("TenantId", conversation.TenantId),
        ("UserId", conversation.UserId),
        ("BotId", conversation.BotId),
        ("ConversationId", conversation.ConversationId),
        (Left, hasLeft ? true : null));

    private static Row Of(ChannelConversation channel) => Row.Of(Partition.Network, ChannelKey(channel.Id),
        ("ServiceUrl", channel.ServiceUrl),
        ("TenantId", channel.TenantId),
        ("BotId", channel.BotId),
        ("TeamId", channel.TeamId),
        ("TeamName", channel.TeamName),
        ("TeamsChannelId", channel.TeamsChannelId),
        ("ChannelName", channel.ChannelName));
}
