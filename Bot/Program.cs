using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Development;
using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Gatherings;
using LeerkringBot.Bot.Ideas;
using LeerkringBot.Bot.Import;
using LeerkringBot.Bot.Mails;
using LeerkringBot.Bot.Members;
using LeerkringBot.Bot.Overview;
using LeerkringBot.Bot.Polls;
using LeerkringBot.Bot.Registrations;
using LeerkringBot.Bot.Reminders;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Settings;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Bot.Web;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Mails;
using LeerkringBot.Infrastructure.Storage;

try
{
    var builder = WebApplication.CreateBuilder(AppFolder.Options(args));
    var (configuration, isDevelopment, root) = (builder.Configuration, builder.Environment.IsDevelopment(), builder.Environment.ContentRootPath);
    KnownSettings.Check(configuration, isDevelopment);
    var clock = ShiftedClock.Read(configuration);

    builder.Services.AddSingleton(clock);
    builder.Services.AddStorage(configuration, isDevelopment, root);
    builder.Services.AddMail(configuration, root);
    builder.Services.AddGraphMail(configuration, isDevelopment);
    builder.Services.AddRouter();
    builder.Services.AddMembers();
    builder.Services.AddFiles();
    builder.Services.AddGatheringsAndRegistrations();
    builder.Services.AddAuthoring();
    builder.Services.AddPolls();
    builder.Services.AddIdeas();
    builder.Services.AddMailbox();
    builder.Services.AddBroadcasts(configuration);
    builder.Services.AddReminders();
    builder.Services.AddOverview();
    builder.Services.AddWeb(configuration, isDevelopment);
    builder.AddTeams();
    var network = builder.AddNetworkFile(clock);
    builder.AddPlayground(network?.People ?? [], ThingsToTry.Lines);

    var app = builder.Build();
    if (args is ["import", var path, ..]) return await ImportCommand.Run(app, path, CancellationToken.None);

    // Built now, so that a verb without a handler stops the start and not the first click.
    app.Services.GetRequiredService<Router>();
    await app.CheckGraphMail(CancellationToken.None);
    app.MapTeams();
    app.MapGraphMail();
    app.MapPages();
    app.MapCalendar();
    app.MapMadePages();
    app.MapFiles();
    await app.RunAsync();
    return 0;
}
catch (ConfigurationFaultException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

/// <summary>For tests that boot the real program.</summary>
public sealed partial class Program;
