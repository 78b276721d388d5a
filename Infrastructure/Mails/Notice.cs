using System.Text.RegularExpressions;

namespace LeerkringBot.Infrastructure.Mails;

/// <summary>Disclaimers, and the warnings that mail servers add.</summary>
internal static partial class Notice
{
    public static bool Is(string line) => Beginning().IsMatch(line);

    /// <summary>A line of a notice where one is likely: under another line of it, or below a signature.</summary>
    public static bool GoesOn(string line) => Is(line) || Rest().IsMatch(line);

    /// <summary>The line says more than the notice.</summary>
    public static bool HoldsMore(string line) => Without(line).Length > 0;

    /// <summary>The sentences of the line that may be the sender's own.</summary>
    public static string Without(string line) => string.Join(' ', MailText.Sentences(line).Where(sentence => MailText.Words(sentence) >= MailText.FewestWordsOfText && !GoesOn(sentence)));

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^\s*(disclaimer\s*(:.*)?$|(de (informatie|inhoud) (in|van) (dit|deze) (e-?mail)?(bericht)?|dit (e-?mail)?bericht|deze e-?mail)\b.*\b(bestemd|vertrouwelijk|geadresseerde|rechten)|aan (dit|deze) (e-?mail)?(bericht)?.*\brechten\b|denk (aan het milieu|eerst)\b.*\bprint|this (e-?mail|message)\b.*\b(confidential|intended|recipient)|the information (contained )?in this\b.*\b(confidential|intended|recipient)|please (consider|think of) the environment\b.*\bprint|(let op|pas op|waarschuwing|caution|warning|external|extern)\b.*\b(e-?mail|mail|bericht|message|afkomstig)\b.*\b(van buiten|buiten (de|onze|uw) organisatie|outside|external|externe)\b|(let op|pas op|waarschuwing|caution|warning)\b.*\b(externe (afzender|e-?mail|mail)|external (sender|e-?mail|message))\b|\[?(extern|external)( e-?mail| sender)?\]?:?\s*$|you don't often get email from|u (ontvangt|krijgt) niet vaak e-?mail\b.*(@|\bbelangrijk\b)|(sommige (mensen|personen) die dit bericht|some people who received this message)\b.*(@|\bvaak\b|\boften\b))", Plain)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"\b(geadresseerden?|(beoogde|bedoelde) ontvanger|intended (recipient|solely)|solely for the|per abuis|ten onrechte ontvangen|onbedoeld ontvangen|received (this )?.{0,30}(in error|by mistake)|rechten (worden )?(ontleend|ontlenen))\b|\b(klik|click|open)\b.*\b(links?|bijlagen?|attachments?)\b|\b(links?|bijlagen?|attachments?)\b.*\b(afzender|sender)\b|\b(aansprakelijk(heid)?|liable|liability|virus(sen|scanner|es)?|vernietigen|verwijderen|delete|destroy)\b.*\b(e-?mail|bericht|message|afzender|verzending)\b|\b(e-?mail|bericht|message|afzender)\b.*\b(aansprakelijk(heid)?|liable|liability|virus(sen|scanner|es)?|vernietigen|verwijderen|delete|destroy)\b|\b(openbaarmaking|vermenigvuldiging|verspreiding|disclosure|copying|distribution)\b.*\b(niet toegestaan|verboden|aan derden|prohibited)\b|\b(milieu|environment)\b.*\bprint|\bprint.*\b(milieu|environment)\b|\b(waarom dit belangrijk is|why this is important)\b", Plain)]
    private static partial Regex Rest();
}
