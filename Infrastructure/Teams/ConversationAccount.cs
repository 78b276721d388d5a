namespace LeerkringBot.Infrastructure.Teams;

/// <param name="Id">In a channel with ";messageid=…" of the thread.</param>
/// <param name="ConversationType">"personal", "groupChat" or "channel".</param>
/// <param name="IsGroup">More than one person.</param>
/// <param name="TenantId">Entra tenant.</param>
public sealed record ConversationAccount(string? Id, string? ConversationType = null, bool? IsGroup = null, string? TenantId = null);
