namespace LeerkringBot.Domain;

/// <summary>The mail that something came from. It stays in the network's mailbox, with what is attached to it.</summary>
/// <param name="MessageId">Its own, without angle brackets; null where it has none.</param>
/// <param name="Link">Where an organiser opens it; null where there is no such place.</param>
/// <param name="File">Name of its file, where the mailbox is a folder; else null.</param>
/// <param name="HasAttachments">Something is attached that its text doesn't show.</param>
public sealed record OriginalMail(string? MessageId, Uri? Link, string? File, bool HasAttachments)
{
    /// <summary>Where it is kept: its link, or the name of its file; null where neither is known.</summary>
    public string? Place => Link?.ToString() ?? File;
}
