using System.Collections.Generic;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>What was changed by hand of one node. Members that are null are as they were.</summary>
    public sealed class NodeEdit
    {
        public string Id = "";
        public string Name;

        /// <summary>Empty: it is a root now.</summary>
        public string Parent;

        /// <summary>Metres, local.</summary>
        public Vec3 Position;

        /// <summary>Degrees, local, in Unity's order.</summary>
        public Vec3 Rotation;

        public Vec3 Scale;

        /// <summary>Not empty: this node is a copy of that one, made by hand.</summary>
        public string CopyOf = "";

        public bool IsEmpty
        {
            get
            {
                return Name == null && Parent == null && Position == null && Rotation == null
                    && Scale == null && CopyOf.Length == 0;
            }
        }
    }

    /// <summary>Hand edits as the protocol has them. Pure: who finds them is the exporter.</summary>
    public static class HandEdits
    {
        /// <summary>
        /// What to send of <paramref name="edits"/> and <paramref name="removed"/>, made on the mirrored revision;
        /// null: nothing. Edits of nodes that are gone by now are left out.
        /// </summary>
        public static SceneState State(SceneMirror mirror, IEnumerable<NodeEdit> edits, IEnumerable<string> removed)
        {
            var state = new SceneState { Base = mirror.Revision };
            foreach (NodeEdit edit in edits)
            {
                Node node = edit.IsEmpty ? null : Edited(mirror, edit);
                if (node != null) state.Upserts.Add(node);
            }
            foreach (string id in removed)
                if (mirror.Nodes.ContainsKey(id)) state.Removed.Add(id);
            return state.Upserts.Count + state.Removed.Count == 0 ? null : state;
        }

        private static Node Edited(SceneMirror mirror, NodeEdit edit)
        {
            Node known;
            string source = edit.CopyOf.Length > 0 ? edit.CopyOf : edit.Id;
            if (!mirror.Nodes.TryGetValue(source, out known)) return null;
            Node node = known.Clone();
            node.Id = edit.Id;
            if (edit.Name != null) node.Name = edit.Name;
            if (edit.Parent != null) node.Parent = edit.Parent;
            if (edit.Position != null) node.Position = Plain(edit.Position);
            if (edit.Rotation != null) node.Rotation = Plain(edit.Rotation);
            if (edit.Scale != null) node.Scale = Plain(edit.Scale);
            return node;
        }

        /// <summary>Without negative zeros, which the server does not write.</summary>
        private static Vec3 Plain(Vec3 v)
        {
            return new Vec3 { X = v.X == 0f ? 0f : v.X, Y = v.Y == 0f ? 0f : v.Y, Z = v.Z == 0f ? 0f : v.Z };
        }
    }
}
