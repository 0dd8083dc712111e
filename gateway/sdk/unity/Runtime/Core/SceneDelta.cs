using System.Collections.Generic;

namespace Scenestream
{
    /// <summary>What one frame changed of the mirrored scene: what whoever draws it has to look at.</summary>
    public sealed class SceneDelta
    {
        /// <summary>Ids of nodes that are new or otherwise, parents before their children.</summary>
        public readonly List<string> Changed = new List<string>();

        /// <summary>Ids of nodes that are gone, children before their parents.</summary>
        public readonly List<string> Removed = new List<string>();

        public bool Sky;
        public bool Name;

        /// <summary>Whether there is anything to draw anew.</summary>
        public bool IsEmpty
        {
            get { return Changed.Count == 0 && Removed.Count == 0 && !Sky && !Name; }
        }
    }
}
