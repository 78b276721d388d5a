using System.Net;
using LeerkringBot.Domain.Mails;
using Microsoft.Extensions.Logging;
using Microsoft.Graph.Users.Item.SendMail;

namespace LeerkringBot.Infrastructure.Graph;

/// <summary>Tries out, before anybody mails, whether the bot may do what it must in its mailbox.</summary>
public sealed class MailboxPermissions(MailboxClient mailbox, GraphMailbox folders, ILogger<MailboxPermissions> logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Changes nothing but that the folders are there. A Graph that doesn't answer now may do so later, and is only logged.</summary>
    /// <exception cref="ConfigurationFaultException">One line names the permission that is missing.</exception>
    public async Task Check(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(Longest);
        try
        {
            await Try("Mail.ReadWrite", () => ReadAndWrite(ending.Token));
            await Try("Mail.Send", () => Send(ending.Token));
        }
        catch (GraphException fault)
        {
            logger.LogWarning(fault, "It is not known whether the bot may use its mailbox: Microsoft Graph did not say");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("It is not known whether the bot may use its mailbox: Microsoft Graph did not answer in time");
        }
    }

    private async Task Try(string permission, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (GraphException fault) when (fault.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        {
            throw new ConfigurationFaultException(
                $"Graph:Mailbox is '{mailbox.Mailbox}', but the bot lacks {permission} there ({fault.Code ?? $"{(int)fault.Status!}"}): see 'Mail through Microsoft 365' in README.md. What was just granted takes up to two hours.", fault);
        }
        catch (GraphException fault) when (fault.Status is HttpStatusCode.NotFound)
        {
            throw new ConfigurationFaultException($"Graph:Mailbox is '{mailbox.Mailbox}', but Microsoft 365 has no such mailbox ({fault.Code ?? "404"}).", fault);
        }
        catch (GraphException fault) when (fault.InnerException is Azure.Identity.AuthenticationFailedException refusal && refusal.Message.Contains("AADSTS", StringComparison.Ordinal))
        {
            throw new ConfigurationFaultException($"Entra gives the bot no token for Microsoft Graph; check MicrosoftAppTenantId, MicrosoftAppId and its secret: {FirstLine(refusal.Message)}", fault);
        }
    }

    private async Task ReadAndWrite(CancellationToken cancellationToken)
    {
        await folders.Folder(MailFolder.ToCheck, cancellationToken);
        // To give it the name that it has changes nothing, but isn't allowed to who may only read.
        var processed = await folders.Folder(MailFolder.Processed, cancellationToken);
        await mailbox.Ask(user => user.MailFolders[processed].PatchAsync(new() { DisplayName = GraphMailbox.NameOf(MailFolder.Processed) }, cancellationToken: cancellationToken), cancellationToken);
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        try
        {
            // To nobody: who may send is told so, who may not is told that.
            await mailbox.Ask(
                async user =>
                {
                    await user.SendMail.PostAsync(new SendMailPostRequestBody { Message = new() { Subject = "" }, SaveToSentItems = false }, cancellationToken: cancellationToken);
                    return true;
                },
                cancellationToken);
        }
        catch (GraphException fault) when (fault.Status == HttpStatusCode.BadRequest)
        {
            // As it should be.
        }
    }

    private static string FirstLine(string text) => text.Split('\r', '\n')[0];
}
