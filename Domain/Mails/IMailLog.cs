namespace LeerkringBot.Domain.Mails;

/// <summary>What the bot remembers of the mailbox.</summary>
public interface IMailLog
{
    /// <returns>Where reading goes on; null at the very beginning.</returns>
    Task<string?> Position(CancellationToken cancellationToken);

    Task KeepPosition(string position, CancellationToken cancellationToken);

    /// <returns>Where the mail with this key went; null when it was never dealt with.</returns>
    Task<MailFolder?> Find(string key, CancellationToken cancellationToken);

    /// <summary>The mail is dealt with, all of it or nothing: its answer will go out, and a person is asked to look where one must. No address gets more than <see cref="MailLimits.MostAnswersPerDay"/>: further answers are left out, and so is one that went before under the same <see cref="DealtMail.AnswerKey"/>.</summary>
    /// <returns>False where it was dealt with before; then nothing is written.</returns>
    Task<bool> Add(DealtMail mail, CancellationToken cancellationToken);

    /// <summary>What a person must look at, latest first.</summary>
    Task<IReadOnlyList<MailToCheck>> ToCheck(CancellationToken cancellationToken);

    /// <returns>How many mails waited when it was last looked; null where the mailbox didn't answer then.</returns>
    Task<int?> Waiting(CancellationToken cancellationToken);

    /// <summary>For everybody who asks <see cref="Waiting"/>.</summary>
    Task KeepWaiting(int? count, CancellationToken cancellationToken);

    /// <summary>Somebody looked at it. May be repeated.</summary>
    Task Checked(string key, CancellationToken cancellationToken);
}
