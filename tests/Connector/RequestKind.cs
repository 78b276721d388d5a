namespace LeerkringBot.Connector;

internal enum RequestKind
{
    Create,
    Send,
    Update,
    Delete,
    Read,
}
