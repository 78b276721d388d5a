namespace LeerkringBot.Domain.Mails;

/// <summary>What the mailbox's own server found out about the sender (RFC 8601, Authentication-Results).</summary>
public enum SenderCheck
{
    /// <summary>It says nothing: shown as "niet gecontroleerd".</summary>
    None,

    /// <summary>The address is the sender's.</summary>
    Passed,

    /// <summary>The address may be somebody else's: shown as "niet gecontroleerd", and never answered.</summary>
    Failed,
}
