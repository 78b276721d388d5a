namespace LeerkringBot.Domain.Mails;

/// <param name="Key">Names it, as <see cref="IncomingMail.KeyOf"/> does. A <see cref="Domain.Key"/>.</param>
/// <param name="Text">1 to <see cref="MailLimits.LongestIdea"/> characters; line breaks are kept.</param>
/// <param name="Author">Who sent it.</param>
/// <param name="About">What the mail is about; null where it doesn't say.</param>
/// <param name="Original">The mail, to find it back.</param>
public sealed record MailedIdea(string Key, string Text, MailAuthor Author, Subject? About, OriginalMail Original);
