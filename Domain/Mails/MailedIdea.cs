namespace LeerkringBot.Domain.Mails;

/// <param name="Key">Names it: the mail's key and which of its ideas. A <see cref="Domain.Key"/>.</param>
/// <param name="Text">1 to <see cref="MailLimits.LongestIdea"/> characters; line breaks are kept.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="Subject">The subject of the mail, in which a reference to what it is about may stand.</param>
/// <param name="SentAt">When the mailbox got it.</param>
public sealed record MailedIdea(string Key, string Text, MailAuthor Author, string Subject, DateTimeOffset SentAt);
