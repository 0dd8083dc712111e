using UnityEditor;
using UnityEngine;

namespace Scenestream
{
    /// <summary>Keeps sessions in the editor's own state: over domain reloads and Play modes, until it is quit.</summary>
    [InitializeOnLoad]
    internal sealed class EditorSessionKeeper : ISessionKeeper
    {
        static EditorSessionKeeper()
        {
            ScenestreamClient.Keeper = new EditorSessionKeeper();
        }

        public void Keep(ScenestreamClient client, string saved)
        {
            SessionState.SetString(Key(client), saved);
        }

        public string Kept(ScenestreamClient client)
        {
            return SessionState.GetString(Key(client), "");
        }

        /// <summary>A client's place in its scene, and its gateway: what stays when its object does not.</summary>
        private static string Key(ScenestreamClient client)
        {
            string path = client.name;
            for (Transform above = client.transform.parent; above != null; above = above.parent)
                path = above.name + "/" + path;
            return "scenestream " + client.gameObject.scene.path + " " + path + " " + client.Url;
        }
    }
}
