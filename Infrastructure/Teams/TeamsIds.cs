using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Our ids for what Teams names in its own way.</summary>
public static class TeamsIds
{
    /// <summary>The Entra object id in lower case with dashes; where an account has none, "t-" and a hash of its channel id, which is as stable. The two can't meet.</summary>
    public static MemberId? Member(ChannelAccount? account) => account switch
    {
        { AadObjectId: { } id } when Guid.TryParse(id, out var guid) => new MemberId(guid.ToString("D")),
        { Id: { Length: > 0 } id } => new MemberId("t-" + Hash(id)),
        _ => null,
    };

    /// <param name="teamsId">"19:…@thread.tacv2", with or without ";messageid=…".</param>
    public static ChannelId Channel(string teamsId) => new(Hash(teamsId.Split(';', 2)[0]));

    private static string Hash(string text) =>
        Key.Hash(text, 40);
}
