using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Mails;
using MimeKit;
using MimeKit.Cryptography;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Who sent a mail, and what the mailbox's own server found out about that.</summary>
internal static class Senders
{
    private const int LongestName = 100;
    private const string AuthenticatedAs = "X-MS-Exchange-Organization-AuthAs";

    /// <returns>Null where no address stands in it that one could answer.</returns>
    public static MailSender? Of(MimeMessage message, string? authenticationServer, bool isExchange)
    {
        if (message.From.Mailboxes.FirstOrDefault() is not { } from) return null;
        var address = from.Address.Trim().ToLowerInvariant();
        if (!EmailAddress.IsValid(address) || address.Length > 320) return null;
        var name = MailText.Clean(from.Name ?? "").ReplaceLineEndings(" ").Trim();
        // Two senders: no server says of both that they are real.
        var check = message.From.Mailboxes.Skip(1).Any() ? SenderCheck.None : Check(message, address[(address.LastIndexOf('@') + 1)..], authenticationServer, isExchange);
        return new(address, name.Length > LongestName ? name[..LongestName] : name, check);
    }

    private static SenderCheck Check(MimeMessage message, string domain, string? server, bool isExchange) => Results(message, domain, server) switch
    {
        SenderCheck.None when isExchange && IsFromOwnOrganisation(message) => SenderCheck.Passed,
        var found => found,
    };

    // Exchange takes this header off what comes from outside and writes its own (docs/adr/0010). Twice, somebody else wrote one of them.
    private static bool IsFromOwnOrganisation(MimeMessage message) =>
        message.Headers.Where(header => header.Field.Equals(AuthenticatedAs, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] && only.Value.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase);

    private static SenderCheck Results(MimeMessage message, string domain, string? server)
    {
        // The topmost is of the last server on the way, ours; what stands below anybody may have written.
        if (message.Headers.FirstOrDefault(header => header.Id == HeaderId.AuthenticationResults) is not { } header) return SenderCheck.None;
        if (!AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(header.Value), out var found)) return SenderCheck.None;
        if (server is not null && !server.Equals(found.AuthenticationServiceIdentifier, StringComparison.OrdinalIgnoreCase)) return SenderCheck.None;

        var results = found.Results.Select(result => (Method: result.Method.ToLowerInvariant(), Result: result.Result.ToLowerInvariant(), Domain: DomainOf(result))).ToList();
        var dmarc = results.Where(result => result.Method == "dmarc").Select(result => result.Result).FirstOrDefault();
        if (dmarc == "fail") return SenderCheck.Failed;
        if (dmarc is "pass" or "bestguesspass") return SenderCheck.Passed;
        if (results.Any(result => result is { Method: "spf" or "dkim", Result: "pass" } && IsAligned(domain, result.Domain))) return SenderCheck.Passed;
        return results.Any(result => result is { Method: "spf", Result: "fail" or "softfail" } or { Method: "dkim", Result: "fail" } or { Method: "compauth", Result: "fail" }) ? SenderCheck.Failed : SenderCheck.None;
    }

    private static string DomainOf(AuthenticationMethodResult result)
    {
        var value = result.Properties.FirstOrDefault(property => (property.PropertyType.ToLowerInvariant(), property.Property.ToLowerInvariant()) is ("smtp", "mailfrom") or ("header", "d"))?.Value ?? "";
        return value[(value.LastIndexOf('@') + 1)..].ToLowerInvariant();
    }

    // Relaxed alignment (RFC 7489, 3.1), but never wider than the whole domain that signed.
    private static bool IsAligned(string from, string signed) => signed.Contains('.', StringComparison.Ordinal) && (from == signed || from.EndsWith($".{signed}", StringComparison.Ordinal));
}
