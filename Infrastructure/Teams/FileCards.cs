namespace LeerkringBot.Infrastructure.Teams;

/// <summary>Asks for leave to put a file in the person's OneDrive; the name stands on the attachment.</summary>
/// <param name="Description">Why.</param>
/// <param name="SizeInBytes">Of the file.</param>
/// <param name="AcceptContext">Comes back with a yes.</param>
/// <param name="DeclineContext">Comes back with a no.</param>
public sealed record FileConsentContent(string Description, long SizeInBytes, FileConsentContext AcceptContext, FileConsentContext DeclineContext);

/// <param name="Ticket">Sealed.</param>
public sealed record FileConsentContext(string Ticket);

/// <summary>Shows a file that stands in the person's OneDrive.</summary>
/// <param name="UniqueId">As the consent named it.</param>
/// <param name="FileType">Its extension.</param>
public sealed record FileInfoContent(string UniqueId, string FileType);
