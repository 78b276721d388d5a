using System.Text;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LeerkringBot.Tests.Speed;

/// <summary>The real program on storage that answers step by step; clicks come in as Teams sends them.</summary>
internal sealed class ClickHost : IDisposable
{
    private const string Connector = "http://127.0.0.1:9/";

    private readonly TestBot bot = new();
    private readonly WebApplicationFactory<Program> host;

    public ClickHost() => host = bot.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.Replace(ServiceDescriptor.Singleton<ITables>(provider => new StepwiseTables(new SqliteTables(provider.GetRequiredService<SqliteDatabase>()))))));

    private StepwiseTables Tables => (StepwiseTables)host.Services.GetRequiredService<ITables>();

    public void Dispose()
    {
        host.Dispose();
        bot.Dispose();
    }

    /// <summary>Somebody of Waalwijk whom another instance knows: stored, but never seen by this one.</summary>
    public async Task Know(int number)
    {
        var stop = TestContext.Current.CancellationToken;
        var member = new Member(new(ObjectId(number)), $"Persoon {number}", null, Language.Dutch, new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0867")), bot.Clock.GetUtcNow());
        await host.Services.GetRequiredService<IMemberStore>().Change(member.Id, _ => member, stop);
        await new ConversationStore(Tables, TimeProvider.System).Store(new PersonalConversation(member.Id, Connector, "t", $"29:{number}", "28:bot", $"a:{number}"), stop);
    }

    /// <summary>Ideas about what there is, of people who show their names, as another instance stored them.</summary>
    /// <returns>The id of the newest.</returns>
    public async Task<IdeaId> Ideas(int count)
    {
        var stop = TestContext.Current.CancellationToken;
        var note = new NoteIdea(new IdeaStore(Tables, null!, bot.Clock), bot.Clock);
        var last = default(IdeaId);
        for (var i = 0; i < count; i++)
        {
            var draft = new IdeaDraft($"Idee nummer {i}", new IdeaSender.OfMember(new(ObjectId(100 + i)))) { ShowsName = true, About = new Subject.OfGathering(TestBot.KickOff) };
            last = ((NoteOutcome.Noted)await note.Note(draft, $"{i}", stop)).Idea.Id;
            bot.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return last;
    }

    public ClickCost Click(int number, string verb, string data)
    {
        var http = new DefaultHttpContext { RequestServices = host.Services };
        var completion = new Completion();
        http.Features.Set<IHttpResponseFeature>(completion);
        var answer = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        (http.Request.Method, http.Request.Host, http.Request.ContentType, http.Request.Body) = ("POST", new("127.0.0.1"), "application/json", new MemoryStream(Activity(number, verb, data)));

        var turnstile = new Turnstile(Tables);
        var endpoint = host.Services.GetRequiredService<TeamsEndpoint>();
        var (_, steps) = turnstile.Run(async () =>
        {
            await endpoint.Handle(http);
            return true;
        });
        var (_, after) = turnstile.Run(async () =>
        {
            foreach (var callback in completion.Callbacks) await callback();
            return true;
        });
        return new(Encoding.UTF8.GetString(answer.ToArray()), steps, [.. after.SelectMany(step => step)]);
    }

    private static string ObjectId(int number) => $"00000000-0000-4000-8000-{number:000000000000}";

    private static byte[] Activity(int number, string verb, string data) => Encoding.UTF8.GetBytes(
        $$$"""
        {"type":"invoke","name":"adaptiveCard/action","id":"f:1","channelId":"msteams","serviceUrl":"{{{Connector}}}","locale":"nl-NL",
        "from":{"id":"29:{{{number}}}","name":"Persoon {{{number}}}","aadObjectId":"{{{ObjectId(number)}}}"},"recipient":{"id":"28:bot","name":"LeerkringBot"},
        "conversation":{"id":"a:{{{number}}}","conversationType":"personal","tenantId":"t"},"channelData":{"tenant":{"id":"t"} },
        "value":{"action":{"type":"Action.Execute","verb":"{{{verb}}}","data":{{{data}}} },"trigger":"manual"} }
        """);

    private sealed class Completion : HttpResponseFeature
    {
        public List<Func<Task>> Callbacks { get; } = [];

        public override void OnCompleted(Func<object, Task> callback, object state) => Callbacks.Add(() => callback(state));
    }
}
