using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Networks;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Tests.Members;

public sealed class OrganiserTests : IDisposable
{
    private readonly TestBot bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task A_configured_organiser_is_one_only_while_configured()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (tables, now) = (bot.Get<ITables>(), bot.Clock.GetUtcNow());
        Member byId = new(new("00000000-0000-4000-8000-000000000041"), "Ida", null, Language.Dutch, null, now);
        Member byAddress = new(new("00000000-0000-4000-8000-000000000042"), "Ad", "ad@m50.example", Language.Dutch, null, now);
        var configured = new OrganiserStore(tables, [Name("{00000000-0000-4000-8000-000000000041}"), Name("Ad@m50.example")]);

        Assert.True(await configured.Includes(byId, cancel));
        Assert.True(await configured.Includes(byAddress, cancel));
        Assert.True(await configured.Includes(byAddress with { Email = null }, cancel));
        Assert.False(await configured.Includes(byAddress with { Id = new("00000000-0000-4000-8000-000000000043") }, cancel));

        var withdrawn = new OrganiserStore(tables, []);
        Assert.False(await withdrawn.Includes(byId, cancel));
        Assert.False(await withdrawn.Includes(byAddress, cancel));

        await withdrawn.Add(Name("ad@m50.example"), cancel);
        Assert.True(await withdrawn.Includes(byAddress, cancel));
        Assert.False(await withdrawn.Includes(byAddress with { Id = new("00000000-0000-4000-8000-000000000043") }, cancel));
    }

    [Theory]
    [InlineData("Farid <farid@vng.example>")]
    [InlineData("farid")]
    [InlineData("")]
    public void What_is_neither_an_object_id_nor_an_address_names_no_organiser(string text) => Assert.False(PersonName.TryParse(text, out _));

    private static PersonName Name(string text) => PersonName.TryParse(text, out var name) ? name : throw new FormatException(text);
}
