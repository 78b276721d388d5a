using System.Net;
using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Mails;
using Microsoft.Graph.Users.Item.SendMail;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Sends from the network's mailbox in Microsoft 365, as MIME: only so our own headers go along (learn: graph/outlook-send-mime-message).</summary>
/// <param name="mailbox">With the permission Mail.Send.</param>
/// <param name="network">Its name is the sender's.</param>
/// <param name="clock">Dates the mail.</param>
public sealed class GraphMailer(MailboxClient mailbox, INetwork network, TimeProvider clock) : IMailer
{
    public async Task<MailOutcome> Send(Mail mail, CancellationToken cancellationToken)
    {
        try
        {
            // Exchange sends for nobody but the mailbox itself.
            var from = (await network.Current(cancellationToken)) with { Mailbox = mailbox.Mailbox };
            using var message = MimeLetter.Compose(mail, from, clock.GetUtcNow());
            using var mime = new MemoryStream();
            await message.WriteToAsync(mime, cancellationToken);
            await Post(mime, cancellationToken);
            return new MailOutcome.Sent();
        }
        catch (ArgumentException fault)
        {
            return new MailOutcome.Refused(fault.Message);
        }
        catch (GraphException fault)
        {
            return fault switch
            {
                // A permission or mailbox that is missing now may be there in hours (RBAC takes up to two): nothing has gone.
                { NeverLeft: true } or { Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => new MailOutcome.Postponed(fault.RetryAfter),
                { IsPassing: true } => new MailOutcome.Uncertain(),
                _ => new MailOutcome.Refused($"Microsoft Graph: {fault.Status} {fault.Code}"),
            };
        }
    }

    private Task Post(MemoryStream mime, CancellationToken cancellationToken) => mailbox.Ask(
        async user =>
        {
            var request = user.SendMail.ToPostRequestInformation(new SendMailPostRequestBody());
            request.Headers.Clear();
            request.SetStreamContent(new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.GetBuffer(), 0, (int)mime.Length))), "text/plain");
            await mailbox.Adapter.SendNoContentAsync(request, cancellationToken: cancellationToken);
            return true;
        },
        cancellationToken);
}
