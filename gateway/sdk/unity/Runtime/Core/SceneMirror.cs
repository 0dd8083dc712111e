using System.Collections.Generic;
using Google.Protobuf;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// The scene as the server has it, kept up by applying each frame in order. Pure: neither sockets nor
    /// GameObjects. Frame of everything in it: Unity's own; transforms are local to the parent.
    /// </summary>
    public sealed class SceneMirror
    {
        private readonly Dictionary<string, Node> nodes = new Dictionary<string, Node>();
        private readonly Dictionary<string, ulong> numbers = new Dictionary<string, ulong>();
        private readonly Dictionary<string, Asset> assets = new Dictionary<string, Asset>();
        private readonly Dictionary<string, int> children = new Dictionary<string, int>();
        private ulong ofNodes;
        private ulong ofRest = SceneHash.OfRest("", null);

        public IDictionary<string, Node> Nodes { get { return nodes; } }

        /// <summary>Every asset told of until now, by its id.</summary>
        public IDictionary<string, Asset> Assets { get { return assets; } }

        /// <summary>Null: there is no sky.</summary>
        public Skybox Sky { get; private set; }

        public string Name { get; private set; } = "";

        /// <summary>The number of the scene's last revision.</summary>
        public uint Revision { get; private set; }

        /// <summary>What is shown is what an open request has so far.</summary>
        public bool Draft { get; private set; }

        /// <summary>Of what is mirrored; equal to the server's after every frame.</summary>
        public ulong Hash { get { return unchecked(ofNodes + ofRest); } }

        /// <summary>
        /// Applies a frame's assets and scene change. Throws <see cref="SceneDiverged"/> when what comes of it is
        /// not what the server has.
        /// </summary>
        public SceneDelta Apply(ServerFrame frame)
        {
            foreach (Asset asset in frame.Assets) assets[asset.Id] = asset;
            var delta = new SceneDelta();
            if (frame.Scene == null) return delta;
            SceneChange change = frame.Scene;
            if (change.Whole) Replace(change, delta);
            else Advance(change, delta);
            if (change.Skybox != null)
            {
                bool none = change.Skybox.KindCase == Skybox.KindOneofCase.None;
                SetSky(none ? null : change.Skybox, delta);
            }
            if (change.HasName) SetName(change.Name, delta);
            ofRest = SceneHash.OfRest(Name, Sky);
            Revision = change.Revision;
            Draft = change.Draft;
            if (Hash != change.Hash)
                throw new SceneDiverged(string.Format(
                    "the scene's hash is {0:x16} here and {1:x16} at the server", Hash, change.Hash));
            return delta;
        }

        /// <summary>The whole scene and its assets as a frame, from which another mirror begins.</summary>
        public ServerFrame Whole()
        {
            var change = new SceneChange
            {
                Whole = true, Revision = Revision, Draft = Draft, Name = Name, Hash = Hash, Skybox = Sky
            };
            var told = new HashSet<string>();
            foreach (Node node in nodes.Values) Tell(node, told, change);
            var frame = new ServerFrame { Scene = change };
            frame.Assets.AddRange(assets.Values);
            return frame;
        }

        private void Tell(Node node, HashSet<string> told, SceneChange change)
        {
            if (!told.Add(node.Id)) return;
            Node parent;
            if (nodes.TryGetValue(node.Parent, out parent)) Tell(parent, told, change);
            change.Upserts.Add(node);
        }

        /// <summary>In place of everything: told as the difference, so that what stays is left alone.</summary>
        private void Replace(SceneChange change, SceneDelta delta)
        {
            var before = new Dictionary<string, Node>(nodes);
            List<string> order = ChildrenFirst();
            nodes.Clear();
            numbers.Clear();
            children.Clear();
            ofNodes = 0;
            foreach (Node node in change.Upserts)
            {
                Put(node);
                Node known;
                if (!before.TryGetValue(node.Id, out known) || !known.Equals(node)) delta.Changed.Add(node.Id);
            }
            foreach (string id in order)
                if (!nodes.ContainsKey(id)) delta.Removed.Add(id);
            if (change.Skybox == null) SetSky(null, delta);
            if (!change.HasName) SetName("", delta);
        }

        private void Advance(SceneChange change, SceneDelta delta)
        {
            foreach (Node node in change.Upserts)
            {
                Put(node);
                delta.Changed.Add(node.Id);
            }
            foreach (string id in change.Removed)
            {
                Remove(id);
                delta.Removed.Add(id);
            }
        }

        private void Put(Node node)
        {
            if (node.Parent.Length > 0 && !nodes.ContainsKey(node.Parent))
                throw new SceneDiverged("node " + node.Id + " came before its parent " + node.Parent);
            foreach (Component component in node.Components)
                if (component.KindCase == Component.KindOneofCase.Mesh
                    && component.Mesh.Asset.Length > 0 && !assets.ContainsKey(component.Mesh.Asset))
                    throw new SceneDiverged("node " + node.Id + " shows an asset that was never told of");
            Forget(node.Id);
            ulong number = SceneHash.OfNode(node);
            nodes[node.Id] = node;
            numbers[node.Id] = number;
            ofNodes = unchecked(ofNodes + number);
            Count(node.Parent, 1);
        }

        private void Remove(string id)
        {
            int below;
            if (!nodes.ContainsKey(id)) throw new SceneDiverged("node " + id + " went, but was never there");
            if (children.TryGetValue(id, out below) && below > 0)
                throw new SceneDiverged("node " + id + " went before what is below it");
            Forget(id);
        }

        private void Forget(string id)
        {
            Node known;
            if (!nodes.TryGetValue(id, out known)) return;
            ofNodes = unchecked(ofNodes - numbers[id]);
            nodes.Remove(id);
            numbers.Remove(id);
            Count(known.Parent, -1);
        }

        private void Count(string parent, int more)
        {
            if (parent.Length == 0) return;
            int below;
            children.TryGetValue(parent, out below);
            children[parent] = below + more;
        }

        private List<string> ChildrenFirst()
        {
            var change = new SceneChange();
            var told = new HashSet<string>();
            foreach (Node node in nodes.Values) Tell(node, told, change);
            var order = new List<string>();
            for (int i = change.Upserts.Count - 1; i >= 0; i--) order.Add(change.Upserts[i].Id);
            return order;
        }

        private void SetSky(Skybox sky, SceneDelta delta)
        {
            if (Equals(Sky, sky)) return;
            Sky = sky;
            delta.Sky = true;
        }

        private void SetName(string name, SceneDelta delta)
        {
            if (Name == name) return;
            Name = name;
            delta.Name = true;
        }

        /// <summary>The frame that <paramref name="data"/> is. Throws <see cref="BrokenFrame"/>.</summary>
        public static ServerFrame Read(byte[] data)
        {
            try
            {
                return ServerFrame.Parser.ParseFrom(data);
            }
            catch (InvalidProtocolBufferException broken)
            {
                throw new BrokenFrame(broken);
            }
        }
    }
}
