using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <param name="Code">CBS code.</param>
/// <param name="Name">As the municipality writes it, without "gemeente".</param>
/// <param name="EmailDomains">Lower case, without '@'. One domain may stand for several municipalities.</param>
public sealed record Municipality(MunicipalityCode Code, string Name, ImmutableArray<string> EmailDomains);
