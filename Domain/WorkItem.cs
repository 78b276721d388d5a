namespace LeerkringBot.Domain;

/// <summary>Something to do outside the click that caused it. The row it points to is the truth; the item may come twice or late.</summary>
/// <param name="Kind">Names the one handler, for example "broadcast.deliver".</param>
/// <param name="Subject">What it is about, ids only, at most 1,000 characters; no personal data.</param>
public sealed record WorkItem(string Kind, string Subject);
