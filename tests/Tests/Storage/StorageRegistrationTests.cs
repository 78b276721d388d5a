using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Tests.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LeerkringBot.Tests.Storage;

public sealed class StorageRegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tables_and_queue_are_there_before_anything_else_starts_and_work_is_done()
    {
        using var host = Host(services => services.AddSingleton<IWorkHandler>(new Recorder()));
        var done = new TaskCompletionSource<string>();
        host.Services.GetServices<IWorkHandler>().OfType<Recorder>().Single().Act = (subject, _) =>
        {
            done.TrySetResult(subject);
            return Task.CompletedTask;
        };

        await host.StartAsync(Cancel);
        await host.Services.GetRequiredService<IWorkQueue>().Enqueue(new("test.record", "a"), null, Cancel);

        Assert.Equal("a", await done.Task.WaitAsync(Cancel));
        await host.StopAsync(Cancel);
    }

    [Fact]
    public async Task Two_handlers_of_one_kind_stop_the_start()
    {
        using var host = Host(services => services.AddSingleton<IWorkHandler>(new Recorder()).AddSingleton<IWorkHandler>(new Recorder()));

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Cancel));
    }

    // What starts first finds its tables: here a service that was registered before storage.
    private static IHost Host(Action<IServiceCollection> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("Storage:SqlitePath", ":memory:")]);
        builder.Services.AddHostedService<EarlyReader>();
        builder.Services.AddLogging().AddStorage(builder.Configuration, isDevelopment: true, Path.GetTempPath());
        configure(builder.Services);
        return builder.Build();
    }

    private sealed class EarlyReader(ITables tables) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => tables[TableNames.Network].Get("a", "b", cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
