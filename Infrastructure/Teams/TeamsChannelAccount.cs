using LeerkringBot.Domain.Members;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>A member of a conversation as the connector tells it.</summary>
/// <param name="Id">"29:…".</param>
/// <param name="Name">As shown.</param>
/// <param name="AadObjectId">Entra object id.</param>
/// <param name="ObjectId">The same under its older name.</param>
/// <param name="Email">Missing for guests before their first sign-in.</param>
public sealed record TeamsChannelAccount(string? Id, string? Name = null, string? AadObjectId = null, string? ObjectId = null, string? Email = null)
{
    public ChannelAccount Account => new(Id, Name, AadObjectId ?? ObjectId);

    public Profile Profile => new(Name ?? "", Email?.Contains('@', StringComparison.Ordinal) is true ? Email.ToLowerInvariant() : null);
}

/// <param name="ContinuationToken">Null on the last page.</param>
public sealed record PagedMembersResult(IReadOnlyList<TeamsChannelAccount?>? Members, string? ContinuationToken = null);

public sealed record ConversationList(IReadOnlyList<ChannelInfo?>? Conversations);
