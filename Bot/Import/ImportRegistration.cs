using LeerkringBot.Domain;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Bot.Import;

public static class ImportRegistration
{
    /// <summary>The sample network, loaded in Development where <c>Network:File</c> is not set.</summary>
    public const string SampleFile = "sample-network.json";

    /// <returns>The network file, or null where none is set outside Development.</returns>
    /// <exception cref="ConfigurationFaultException"><c>Network:File</c> can't be read or has mistakes, or <c>Network:Organisers</c> is malformed.</exception>
    public static NetworkFile? AddNetworkFile(this WebApplicationBuilder builder, TimeProvider clock)
    {
        var file = Read(builder, DutchTime.DayOf(clock.GetUtcNow()));
        var organisers = Organisers(builder.Configuration).ToList();
        builder.Services
            .AddSingleton(provider => new OrganiserStore(provider.GetRequiredService<ITables>(), organisers))
            .AddSingleton<IOrganisers>(provider => provider.GetRequiredService<OrganiserStore>())
            .AddSingleton<IOrganiserBindings>(provider => provider.GetRequiredService<OrganiserStore>())
            .AddSingleton<NetworkImport>()
            .AddHostedService(provider => new NetworkLoader(
                file,
                provider.GetRequiredService<INetwork>(),
                provider.GetRequiredService<NetworkImport>(),
                provider.GetRequiredService<ILogger<NetworkLoader>>()));
        return file;
    }

    private static IEnumerable<PersonName> Organisers(IConfiguration configuration)
    {
        foreach (var organiser in configuration.GetSection("Network:Organisers").GetChildren())
            yield return PersonName.TryParse(organiser.Value ?? "", out var name)
                ? name
                : throw new ConfigurationFaultException($"Network:Organisers has '{organiser.Value}'; each must be an Entra object id or an e-mail address.");
    }

    private static NetworkFile? Read(WebApplicationBuilder builder, DateOnly today)
    {
        var path = builder.Configuration["Network:File"];
        if (string.IsNullOrWhiteSpace(path))
        {
            if (!builder.Environment.IsDevelopment()) return null;
            path = SampleFile;
        }

        try
        {
            return NetworkFile.Read(File.ReadAllText(Path.GetFullPath(path, builder.Environment.ContentRootPath)), today);
        }
        catch (NetworkFileException wrong)
        {
            throw new ConfigurationFaultException($"Network:File {path} has mistakes: {string.Join("; ", wrong.Mistakes)}.", wrong);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"Network:File is '{path}', which can't be read: {fault.Message}", fault);
        }
    }
}
