namespace Scenestream
{
    /// <summary>Keeps a client's session where a reload of all scripts and scenes does not reach it.</summary>
    public interface ISessionKeeper
    {
        /// <param name="saved">What the client saved; empty: forget it.</param>
        void Keep(ScenestreamClient client, string saved);

        /// <summary>What was kept of it; null or empty: nothing.</summary>
        string Kept(ScenestreamClient client);
    }
}
