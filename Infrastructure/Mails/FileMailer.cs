using System.Globalization;
using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Puts each mail as an <c>.eml</c> file in the folder <c>sent</c> under a directory: every mail program opens it, and a program that sends can pick it up.</summary>
/// <param name="directory">Made when it isn't there.</param>
/// <param name="network">Its mailbox is the sender.</param>
/// <param name="clock">Dates the mail.</param>
public sealed class FileMailer(string directory, INetwork network, TimeProvider clock) : IMailer
{
    private readonly string sent = Path.Join(Path.GetFullPath(directory), "sent");

    public async Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var message = MimeLetter.Compose(mail, await network.Current(cancellationToken), clock.GetUtcNow());
            Directory.CreateDirectory(sent);
            var name = $"{message.Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}-{Key.New()}";
            var unfinished = Path.Join(sent, $"{name}.part");
            try
            {
                await message.WriteToAsync(unfinished, cancellationToken);
                File.Move(unfinished, Path.Join(sent, $"{name}.eml"));
            }
            finally
            {
                File.Delete(unfinished);
            }

            return new MailOutcome.Sent();
        }
        catch (ArgumentException fault)
        {
            return new MailOutcome.Refused(fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome.Postponed(null);
        }
    }
}
