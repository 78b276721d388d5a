using LeerkringBot.Bot.Routing;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeerkringBot.Tests;

/// <summary>The real program, with SQLite in memory, a clock that the test moves and a messenger that writes down.</summary>
public sealed class TestBot : WebApplicationFactory<Program>
{
    /// <summary>A gathering with three places on Thursday 4 February 2027; registering closes before 29 January.</summary>
    public static readonly GatheringId KickOff = GatheringId.Parse("kick-off.kick-off");

    /// <summary>A gathering without a limit of places, a week later.</summary>
    public static readonly GatheringId Followup = GatheringId.Parse("vervolg.vervolg");

    public static readonly PollId Thorbecke = new("thorbecke");

    private readonly Action<IServiceCollection> configure;

    public TestBot()
        : this(_ => { })
    {
    }

    /// <param name="configure">What a test adds or replaces.</param>
    public TestBot(Action<IServiceCollection> configure)
    {
        this.configure = configure;
        _ = Server;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2027, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public RecordingMessenger Messenger { get; } = new();

    /// <summary>Where its mail is; removed with the bot.</summary>
    public string MailFolder { get; } = Path.Join(Path.GetTempPath(), $"leerkring-mail-{Guid.NewGuid():N}");

    public FaultyTables Tables => (FaultyTables)Services.GetRequiredService<ITables>();

    public Router Router => Services.GetRequiredService<Router>();

    /// <summary>Somebody in Teams; the same number is the same person.</summary>
    public TestPerson Person(int number, string municipality = "waalwijk", Language language = Language.Dutch) =>
        new(this, number, $"Persoon {number}", $"persoon{number}@{municipality}.example", language);

    /// <summary>Somebody who has confirmed the suggested municipality.</summary>
    public async Task<TestPerson> Confirmed(int number, string municipality = "waalwijk")
    {
        var person = Person(number, municipality);
        await person.Says("mijn gemeente");
        await person.Presses("Ja, ");
        return person;
    }

    /// <summary>The organiser of the test network.</summary>
    public TestPerson Organiser() => new(this, 99, "Olga Organisator", "olga@m50.example", Language.Dutch);

    /// <summary>Another one.</summary>
    public async Task<TestPerson> SecondOrganiser()
    {
        var otto = new TestPerson(this, 98, "Otto Organisator", "otto@m50.example", Language.Dutch);
        Assert.True(PersonName.TryParse(otto.Id.ToString(), out var name));
        await Get<OrganiserStore>().Add(name, TestContext.Current.CancellationToken);
        return otto;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Waits for what happens behind the answers; fails when it doesn't within ten seconds.</summary>
    public static async Task Until(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++) await Task.Delay(20);
        Assert.True(condition(), "It did not happen within ten seconds.");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(MailFolder)) Directory.Delete(MailFolder, recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:SqlitePath", StorageOptions.InMemory);
        builder.UseSetting("Playground:Enabled", "false");
        builder.UseSetting("Mail:Directory", MailFolder);
        builder.UseSetting("Network:File", Path.Join(AppContext.BaseDirectory, "test-network.json"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.Replace(ServiceDescriptor.Singleton<IMessenger>(Messenger));
            services.Replace(ServiceDescriptor.Singleton<ITables>(provider => new FaultyTables(new SqliteTables(provider.GetRequiredService<SqliteDatabase>()))));
            configure(services);
        });
    }
}
