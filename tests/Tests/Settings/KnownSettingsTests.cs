using LeerkringBot.Bot.Settings;
using LeerkringBot.Infrastructure;
using LeerkringBot.Infrastructure.Mails;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Settings;

public sealed class KnownSettingsTests
{
    [Theory]
    [InlineData("Network:AllowedTenants", "Network__AllowedTenants__0")]
    [InlineData("Network:Organisers", "Network__Organisers__0")]
    public void A_list_given_as_one_value_is_refused_by_name(string list, string variable)
    {
        var message = Assert.Throws<ConfigurationFaultException>(() => KnownSettings.Check(Settings(list, "11111111-2222-3333-4444-555555555555"), isDevelopment: true)).Message;
        Assert.StartsWith($"{list} is ", message, StringComparison.Ordinal);
        Assert.Contains(variable, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("Network:AllowedTenants:0")]
    [InlineData("Network:Organisers:0")]
    public void A_list_with_elements_is_taken(string element) =>
        KnownSettings.Check(Settings(element, "11111111-2222-3333-4444-555555555555"), isDevelopment: true);

    [Fact]
    public void An_unknown_setting_for_mail_is_refused_by_name() =>
        Assert.Equal("Mail:Folder is not a setting. Known are Directory, AuthenticationServer.", Assert.Throws<ConfigurationFaultException>(() => new ServiceCollection().AddMail(Settings("Mail:Folder", "x"), "/")).Message);

    private static IConfiguration Settings(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build();
}
