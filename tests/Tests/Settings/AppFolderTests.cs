using LeerkringBot.Bot.Settings;

namespace LeerkringBot.Tests.Settings;

public sealed class AppFolderTests
{
    private static readonly string Bot = Path.Join(Repository.Root, "Bot");

    [Fact]
    public void A_build_in_the_project_uses_the_projects_files() =>
        Assert.Equal(Bot, AppFolder.Find(Path.Join(Bot, "bin", "Debug", "net10.0")));

    [Fact]
    public void A_published_program_uses_the_files_beside_it() =>
        Assert.Equal(Path.GetTempPath(), AppFolder.Find(Path.GetTempPath()));

    [Fact]
    public void A_folder_that_is_named_goes_before_both() =>
        Assert.Equal("/elsewhere", AppFolder.Options(["--contentRoot", "/elsewhere"]).ContentRootPath);
}
