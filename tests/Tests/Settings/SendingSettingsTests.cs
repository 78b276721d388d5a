using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Teams;
using LeerkringBot.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace LeerkringBot.Tests.Settings;

/// <summary>What is wrong in the settings of sending stops the start, and is named.</summary>
public sealed class SendingSettingsTests
{
    [Theory]
    [InlineData("Sending:PerSecond", "0")]
    [InlineData("Sending:PerSecond", "snel")]
    [InlineData("Sending:PerSecond", "1000001")]
    [InlineData("Sending:PerConversation", "7")]
    [InlineData("Sending:PerConversation", "7/1 0/2")]
    [InlineData("Sending:AtOnce", "0")]
    [InlineData("Sending:AtOnce", "257")]
    [InlineData("Sending:LeaseSeconds", "0")]
    [InlineData("Sending:LeaseSeconds", "-3")]
    public void A_wrong_one_is_named(string setting, string value)
    {
        var fault = Assert.Throws<ConfigurationFaultException>(() => Read((setting, value)));
        Assert.StartsWith($"{setting} is '{value}'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Without_any_Teams_limits_hold()
    {
        var (sending, pace) = Read();
        Assert.Equal((32, TimeSpan.FromSeconds(15)), (sending.AtOnce, sending.LeaseTerm));
        Assert.Equal(50, pace.PerSecond);
        Assert.Equal([(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))], pace.PerConversation);
    }

    private static (Domain.Broadcasts.SendingOptions Sending, Infrastructure.Teams.PaceOptions Pace) Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))).Build();
        return (SendingSettings.Read(configuration), PaceSettings.Read(configuration));
    }
}
